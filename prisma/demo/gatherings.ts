/** Areas of Meet & Match as an example: codes of wijken, of which all buurten count. Names of 2024 to 2026 come from the papers. */
export const demoAreas: readonly { name: string; wijken: readonly string[] }[] = [
  { name: 'Osdorp Midden', wijken: ['FJ', 'FH'] },
  { name: 'Osdorp Oost', wijken: ['FK'] },
  { name: 'Slotervaart Noord', wijken: ['FL'] },
  { name: 'Overtoomse Veld', wijken: ['FM'] },
  { name: 'Slotervaart Zuid en Westlandgracht', wijken: ['FN', 'FP'] },
  { name: 'Slotermeer / Plein ’40-’45', wijken: ['FD', 'FE'] },
  { name: 'Slotermeer West', wijken: ['FC'] },
  { name: 'Geuzenveld', wijken: ['FB'] },
  { name: 'Sloterdijk', wijken: ['FA'] },
  { name: 'Tuinen van West', wijken: ['FF'] },
  { name: 'De Aker', wijken: ['FG'] },
  { name: 'Sloten', wijken: ['FQ'] },
];

/** Areas that the papers name for a year. */
export const paperAreas: Readonly<Record<number, readonly string[]>> = {
  2024: ['Osdorp Midden', 'Slotervaart Noord'],
  2025: ['Osdorp Midden', 'Slotervaart Noord', 'Slotermeer / Plein ’40-’45', 'Geuzenveld'],
};

/** Invented people who came, with who registers by account. */
export const demoVisitors: readonly {
  account?: string;
  name: string;
  comesAs: 'resident' | 'organisation' | 'professional';
  comesFrom?: string;
  languages: string[];
  themes?: string[];
  children?: number;
}[] = [
  { account: 'bewoner', name: 'Samira', comesAs: 'resident', languages: ['nl', 'ar'], children: 1 },
  { account: 'buurvrouw', name: 'Nora', comesAs: 'resident', languages: ['nl'] },
  { account: 'buurman', name: 'Henk', comesAs: 'resident', languages: ['nl', 'en'] },
  {
    account: 'jeugdwerker',
    name: 'Dilan',
    comesAs: 'professional',
    comesFrom: 'Jongerenwerk',
    languages: ['nl', 'tr'],
  },
  { account: 'buurtkamer', name: 'Gerda', comesAs: 'organisation', comesFrom: 'De buurtkamer', languages: ['nl'] },
  { account: 'verbinder', name: 'Marouan', comesAs: 'professional', languages: ['nl', 'ar', 'fr'] },
  { account: 'wijkgenoot', name: 'Amina', comesAs: 'resident', languages: ['nl', 'ar'] },
  { account: 'aanvrager', name: 'Joost', comesAs: 'organisation', languages: ['nl', 'en'] },
  { account: 'organisatie', name: 'Kees', comesAs: 'organisation', comesFrom: 'Vuilnisoproer', languages: ['nl'] },
  { name: 'Fatma', comesAs: 'resident', languages: ['tr', 'nl'] },
  { name: 'Piotr', comesAs: 'resident', languages: ['pl', 'en'] },
  { name: 'Wil', comesAs: 'resident', languages: ['nl'] },
  { name: 'Hawa', comesAs: 'resident', languages: ['so', 'nl'], children: 2 },
  { name: 'Johan', comesAs: 'professional', comesFrom: 'Bibliotheek', languages: ['nl'] },
  { name: 'Rachida', comesAs: 'resident', languages: ['ber', 'nl'] },
  { name: 'Sven', comesAs: 'organisation', comesFrom: 'Sportvereniging', languages: ['nl', 'en'] },
];
