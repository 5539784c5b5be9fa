-- What somebody can do who disagrees with a decision, and until when: per kind of decision, with days on which it counts and its source.

-- CreateTable
CREATE TABLE "objection_term" (
    "id" UUID NOT NULL,
    "which" TEXT NOT NULL,
    "weeks" INTEGER,
    "how" TEXT NOT NULL,
    "how_en" TEXT NOT NULL,
    "begins_on" DATE NOT NULL,
    "ends_on" DATE,
    "source" TEXT NOT NULL,
    "is_to_confirm" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "author_id" UUID,
    "created_at" TIMESTAMPTZ NOT NULL,
    "sequence" BIGSERIAL NOT NULL,

    CONSTRAINT "objection_term_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "objection_term_sequence_key" ON "objection_term"("sequence");

-- CreateIndex
CREATE INDEX "objection_term_which_sequence_idx" ON "objection_term"("which", "sequence" DESC);

-- AddForeignKey
ALTER TABLE "objection_term" ADD CONSTRAINT "objection_term_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table objection_term
  add constraint objection_term_which check (which in ('subsidy', 'assignment', 'award', 'decline', 'other')),
  add constraint objection_term_weeks check (weeks between 1 and 52),
  add constraint objection_term_period check (
    begins_on >= '2000-01-01' and begins_on < '2100-01-01' and (ends_on is null or (ends_on >= begins_on and ends_on < '2100-01-01'))),
  add constraint objection_term_texts check (
    char_length(btrim(how)) between 1 and 1000 and char_length(btrim(how_en)) between 1 and 1000
    and char_length(btrim(source)) between 1 and 400 and char_length(btrim(reason)) between 1 and 1000);
create trigger objection_term_append_only before update or delete on objection_term
  for each row execute function record_is_append_only();
create trigger objection_term_no_truncate before truncate on objection_term
  for each statement execute function record_is_append_only();

-- As the law stands; which body of government takes the decision in law is the programme's to confirm.
insert into objection_term (id, which, weeks, how, how_en, begins_on, source, is_to_confirm, reason, created_at) values
  ('01a1fb67-2001-7000-8000-000000000001', 'subsidy', 6,
   'Raakt dit besluit jou en ben je het er niet mee eens? Schrijf dan een bezwaar aan de gemeente Amsterdam, want die verleent de subsidie. Zet erin: je naam en adres, de datum, het nummer van dit besluit en waarom je het er niet mee eens bent. Het team legt je ook graag uit hoe het besloot.',
   'Does this decision affect you, and do you disagree? Then write an objection to the City of Amsterdam, which grants the subsidy. Say your name and address, the date, the number of this decision and why you disagree. The team will also explain how it decided.',
   '2000-01-01', 'Algemene wet bestuursrecht, artikelen 6:4, 6:5, 6:7 en 6:8; Algemene termijnenwet, artikelen 1 en 3', true, 'Zoals het gold toen het programma begon.', '2026-01-01T00:00:00+01:00'),
  ('01a1fb67-2002-7000-8000-000000000002', 'decline', 6,
   'Vroeg je subsidie voor dit plan? Dan kun je een bezwaar schrijven aan de gemeente Amsterdam. Zet erin: je naam en adres, de datum, het nummer van dit besluit en waarom je het er niet mee eens bent. Je kunt het plan ook veranderen en opnieuw indienen. Het team legt je uit hoe het besloot.',
   'Did you ask a subsidy for this plan? Then you can write an objection to the City of Amsterdam. Say your name and address, the date, the number of this decision and why you disagree. You can also change the plan and submit it again. The team will explain how it decided.',
   '2000-01-01', 'Algemene wet bestuursrecht, artikel 1:3, tweede lid, en artikelen 6:4, 6:5, 6:7 en 6:8; Algemene termijnenwet, artikelen 1 en 3', true, 'Zoals het gold toen het programma begon.', '2026-01-01T00:00:00+01:00'),
  ('01a1fb67-2003-7000-8000-000000000003', 'assignment', null,
   'Een opdracht is een afspraak tussen twee partijen. Daar kun je geen bezwaar tegen maken. Ben je het er niet mee eens? Vraag het team om uitleg, of dien een klacht in bij de gemeente Amsterdam. Had je de opdracht zelf willen doen? Dan kun je naar de Commissie van Aanbestedingsexperts of naar de burgerlijke rechter.',
   'An assignment is an agreement between two parties. No objection can be made to it. Do you disagree? Ask the team to explain, or make a complaint to the City of Amsterdam. Would you have wanted the assignment yourself? Then you can go to the Commissie van Aanbestedingsexperts or to the civil court.',
   '2000-01-01', 'Algemene wet bestuursrecht, artikelen 7:1, 8:3, tweede lid, en 9:1; Aanbestedingswet 2012, artikel 4.27', true, 'Zoals het gold toen het programma begon.', '2026-01-01T00:00:00+01:00'),
  ('01a1fb67-2004-7000-8000-000000000004', 'award', null,
   'De beloning volgt uit de regels van het donutfonds. Klopt er een cijfer niet, of zijn de regels niet goed toegepast? Schrijf het aan de mensen van het donutfonds, met het nummer van dit besluit. Zij kijken er opnieuw naar. Een klacht over hoe dat ging, kan bij het programmabureau.',
   'The reward follows from the rules of the donut fund. Is a figure wrong, or were the rules not applied well? Write to the people of the donut fund, with the number of this decision. They look at it again. A complaint about how that went can be made to the programme office.',
   '2000-01-01', 'Regels van het donutfonds', true, 'Zoals het gold toen het programma begon.', '2026-01-01T00:00:00+01:00'),
  ('01a1fb67-2005-7000-8000-000000000005', 'other', null,
   'Met dit besluit is nog geen geld gegeven of geweigerd. Daar kun je geen bezwaar tegen maken. Ben je het er niet mee eens? Vraag het team om uitleg, of zeg het bij het loket. Tegen wat het team later over het geld besluit, kan dat soms wel.',
   'This decision neither gives nor refuses money. No objection can be made to it. Do you disagree? Ask the team to explain, or tell the desk. Against what the team later decides on the money you sometimes can.',
   '2000-01-01', 'Algemene wet bestuursrecht, artikelen 1:3 en 6:3', true, 'Zoals het gold toen het programma begon.', '2026-01-01T00:00:00+01:00');
