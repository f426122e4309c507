import type { Findings } from './findings';
import { quoted, type ReadField } from './record';

/** Checks that a field has another value in each record; `seen` collects the values. */
export function checkUnique(
	name: string,
	seen: Set<string>,
	field: ReadField | undefined,
	section: string,
	findings: Findings
) {
	const value = field?.value;
	if (!field || value === null || value === undefined) return;
	if (seen.has(value)) {
		const words = () => `${name} ${quoted(value)} stands in more than one record.`;
		findings.add('not-unique', name, section, field.node, words);
	}
	seen.add(value);
}
