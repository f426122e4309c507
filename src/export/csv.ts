/**
 * A table as comma-separated values by RFC 4180: lines end in CRLF, fields with a comma, quote or
 * line break stand in quotes. The texts are written as they are; a spreadsheet may take one that
 * begins with “=” for a formula, so open files of unknown servers as text.
 */
export function toCsv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
	return [columns, ...rows].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
