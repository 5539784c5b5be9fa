/**
 * Reading typed arrays in inner loops. Indexes there are made by the same code and never outside the array; a fault would give NaN,
 * which no property test survives. One function per kind of array, because a function that sees both is several times as slow.
 */
export const int = (values: Int32Array, index: number): number => values[index] as number;
export const real = (values: Float64Array, index: number): number => values[index] as number;
