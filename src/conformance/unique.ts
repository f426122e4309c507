import type { Findings } from './findings';
import type { ReadField } from './record';

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
		findings.breaks(
			'not-unique',
			name,
			section,
			field.node,
			() => `${name} “${value}” stands in more than one record.`
		);
	}
	seen.add(value);
}
