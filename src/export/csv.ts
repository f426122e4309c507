import { isDecimal } from '../georeport/location';

/** What a spreadsheet takes for the beginning of a formula, also after blanks and in full width. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

/** How a table is written. */
export interface CsvOptions {
	/**
	 * Whether spreadsheets will open it: a text that they could run as a formula begins with an
	 * apostrophe, a number never does, and a byte order mark tells Excel that it is UTF-8.
	 */
	forSpreadsheets: boolean;
}

/**
 * Writes a table as comma-separated values (RFC 4180): lines end in CRLF, and fields with a comma,
 * quote or line break are quoted.
 */
export function toCsv(
	columns: readonly string[],
	rows: readonly (readonly string[])[],
	{ forSpreadsheets }: CsvOptions
): string {
	const cell = (text: string) => quoted(forSpreadsheets ? guarded(text) : text);
	const lines = [columns, ...rows].map((cells) => `${cells.map(cell).join(',')}\r\n`);
	return `${forSpreadsheets ? '\uFEFF' : ''}${lines.join('')}`;
}

const guarded = (text: string) =>
	FORMULA.test(text) && !isDecimal(text.trim()) ? `'${text}` : text;

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
