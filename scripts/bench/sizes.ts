const sizes: Record<string, number> = { k: 1000, M: 1_000_000, m: 1_000_000 };

/**
 * Reads `BENCH_SIZES`, such as `1k,10k,1M`, from small to large.
 * @throws RangeError when something in it is no size
 */
export function readSizes(text: string | undefined, usual: string): number[] {
  const read = (text ?? usual).split(',').map((each) => {
    const [, number, unit = ''] = /^(\d+)([kmM]?)$/.exec(each.trim()) ?? [];
    const size = Number(number) * (sizes[unit] ?? 1);
    if (!Number.isSafeInteger(size) || size < 1) throw new RangeError(`"${each}" is no size; 1k, 10k or 1M is`);
    return size;
  });
  return read.sort((one, other) => one - other);
}
