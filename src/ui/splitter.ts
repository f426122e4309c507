/** A column's width in px and its limits. */
export interface ColumnWidth {
	value: number;
	min: number;
	max: number;
	/** Whether the column comes after its line, so that moving the line right makes it narrower. */
	after?: boolean;
}

/** How far an arrow key moves the line, in px. */
const STEP = 16;

/** The width after its line has moved `distance` px to the right: whole, and within the limits. */
export function widthAfterMove({ value, min, max, after }: ColumnWidth, distance: number): number {
	const wanted = Math.round(value + (after ? -distance : distance));
	return Math.max(min, Math.min(wanted, max));
}

/** The width after a key on the line's handle; null if the key does nothing there. */
export function widthAfterKey(column: ColumnWidth, key: string): number | null {
	if (key === 'ArrowLeft') return widthAfterMove(column, -STEP);
	if (key === 'ArrowRight') return widthAfterMove(column, STEP);
	if (key === 'Home') return column.min;
	if (key === 'End') return column.max;
	return null;
}
