-- CreateTable
CREATE TABLE "area_shape" (
    "area_code" TEXT NOT NULL,
    "geometry" JSONB NOT NULL,
    "west" DOUBLE PRECISION NOT NULL,
    "south" DOUBLE PRECISION NOT NULL,
    "east" DOUBLE PRECISION NOT NULL,
    "north" DOUBLE PRECISION NOT NULL,
    "middle_lat" DOUBLE PRECISION NOT NULL,
    "middle_lon" DOUBLE PRECISION NOT NULL,
    "imported_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "area_shape_pkey" PRIMARY KEY ("area_code")
);

-- AddForeignKey
ALTER TABLE "area_shape" ADD CONSTRAINT "area_shape_area_code_fkey" FOREIGN KEY ("area_code") REFERENCES "area"("code") ON DELETE CASCADE ON UPDATE CASCADE;

-- A border is of a buurt, is an area, and lies where its box says; its middle lies in that box.
ALTER TABLE "area_shape"
  ADD CONSTRAINT "area_shape_of_a_buurt" CHECK ("area_code" ~ '^[A-Z]{2}[0-9]{2}$'),
  ADD CONSTRAINT "area_shape_is_an_area" CHECK (
    "geometry" ->> 'type' IN ('Polygon', 'MultiPolygon') AND jsonb_typeof("geometry" -> 'coordinates') = 'array'),
  ADD CONSTRAINT "area_shape_in_degrees" CHECK (
    "west" >= -180 AND "east" <= 180 AND "south" >= -90 AND "north" <= 90 AND "west" < "east" AND "south" < "north"),
  ADD CONSTRAINT "area_shape_middle_inside" CHECK (
    "middle_lon" BETWEEN "west" AND "east" AND "middle_lat" BETWEEN "south" AND "north");
