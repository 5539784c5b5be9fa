/** SESSION_SECRET of products under test, so that links made with the demo lead somewhere in them. */
export const testSecret = 'the secret of a product under test only';
