const rowOf = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** Returns a Markdown table, line by line. The cells must have been escaped. */
export const markdownTable = (
	head: readonly string[],
	rows: readonly (readonly string[])[]
): string[] => [rowOf(head), rowOf(head.map(() => '---')), ...rows.map(rowOf)];
