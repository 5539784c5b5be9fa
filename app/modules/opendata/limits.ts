/** For how many questions a whole dataset counts, in what one address may ask in a minute. */
export const bulkCost = 5;
