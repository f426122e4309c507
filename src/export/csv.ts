/**
 * Writes a table as comma-separated values (RFC 4180): lines end in CRLF, and fields with a comma,
 * quote or line break are quoted. Spreadsheets can read a text that begins with “=” as a formula,
 * so open files from unknown servers as text.
 */
export function toCsv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
	return [columns, ...rows].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
