/**
 * Numbers that look drawn by chance and are the same for the same seed, on every machine: a counter whose bits are mixed
 * (SplitMix, G. Steele and others 2014, in 32 bits). Good enough to stir a room, not for secrets.
 * @param seed whole number
 * @returns a function that draws a whole number from 0 up to, and without, `below` (at most 2³²)
 */
export function randomFrom(seed: number): (below: number) => number {
  let counter = seed | 0;
  return (below) => {
    counter = (counter + 0x9e3779b9) | 0;
    let bits = Math.imul(counter ^ (counter >>> 16), 0x21f0aaad);
    bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
    return Math.floor((((bits ^ (bits >>> 15)) >>> 0) / 0x1_0000_0000) * below);
  };
}

/** The same things in an order that follows from the seed. */
export function shuffled<Thing>(things: readonly Thing[], seed: number): Thing[] {
  const draw = randomFrom(seed);
  const rest = [...things];
  const order: Thing[] = [];
  while (rest.length > 0) order.push(...rest.splice(draw(rest.length), 1));
  return order;
}
