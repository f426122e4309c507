// What was sent, held against what a step asks to be sent, in words.
import { isWanted } from '../../cases/judge';
import { methodOf } from '../../georeport/methods';
import { KEY } from '../../georeport/privacy';
import { valuesOf, type Draft } from '../../georeport/request';
import type { StepCheck, StepValue } from '../lesson';
import { askedFor, shortened } from './value-words';

/** “service_code was SWLMALB-02: the step asks for CSROWR-12.” A key is never shown. */
function valueMiss(name: string, sent: readonly string[], wanted: StepValue): string | null {
	if (wanted === null) {
		return sent.length > 0 ? `${name} was sent: the step asks you to leave it out.` : null;
	}
	if (sent.some((text) => isWanted(text, wanted))) return null;
	const asked = askedFor(wanted);
	const came =
		sent.length === 0
			? `${name} was not sent`
			: name === KEY
				? `${name} was another`
				: `${name} was ${shortened(sent.join(', '))}`;
	return `${came}: the step asks for ${asked ?? (sent.length === 0 ? 'it' : 'another value')}.`;
}

/** Why a request is not the one that a step asks for: one sentence; null if it is. */
export function sentMiss({ method, format, values }: StepCheck, draft: Draft): string | null {
	if (method && draft.method !== method) {
		const title = methodOf(draft.method).title;
		return `You sent ${title}: the step asks for ${methodOf(method).title}.`;
	}
	for (const [name, wanted] of Object.entries(values)) {
		const miss = valueMiss(name, valuesOf(draft.values, name), wanted);
		if (miss) return miss;
	}
	if (format && draft.format !== format) {
		return `You asked for ${draft.format.toUpperCase()}: the step asks for ${format.toUpperCase()}.`;
	}
	return null;
}
