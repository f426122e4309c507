/** The zooms the map stays between: the farthest, then the closest. */
export const ZOOMS: readonly [least: number, most: number] = [8, 17];
