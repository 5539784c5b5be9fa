/** What the export by 360Giving reads of a row of the dataset `grants`. */
export type GrantOfRow = {
  number: string;
  page: string;
  title: string;
  takenOn: string;
  isReplaced: boolean;
  body: { slug: string; name: string };
  fund: string;
  recipient: {
    kind: 'organisation' | 'residents' | 'shop' | 'actielijn';
    organisation: { slug: string; name: string } | null;
    shop: string | null;
  };
  instrument: 'subsidy' | 'assignment' | 'award' | null;
  wijken: string[];
  wholeDistrict: boolean;
  grantedCents: number;
  paidCents: number;
  releasedCents: number;
};
