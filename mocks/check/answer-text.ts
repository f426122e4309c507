// Reads single values from the recorded answers, which the mock-up wrote itself.
import type { CallAnswer } from './scene';

const ENTITIES: Readonly<Record<string, string>> = {
	'&amp;': '&',
	'&lt;': '<',
	'&gt;': '>',
	'&#13;': '\r'
};

const unescaped = (text: string) =>
	text.replace(/&(?:amp|lt|gt|#13);/g, (entity) => ENTITIES[entity] ?? entity);

function parsed(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch {
		return null;
	}
}

/** Adds every text or number of that name, at any depth, to `found`. */
function collect(value: unknown, name: string, found: string[]): void {
	if (typeof value !== 'object' || value === null) return;
	for (const [key, member] of Object.entries(value)) {
		if (key !== name) collect(member, name, found);
		else if (typeof member === 'string' || typeof member === 'number') found.push(String(member));
	}
}

const isJson = ({ headers }: CallAnswer) => (headers['content-type'] ?? '').includes('json');

/** Returns the values of a field in an answer, in order; empty ones are left out. */
export function valuesIn(answer: CallAnswer | null, name: string): string[] {
	if (answer === null) return [];
	if (isJson(answer)) {
		const found: string[] = [];
		collect(parsed(answer.body), name, found);
		return found.filter((value) => value !== '');
	}
	const element = new RegExp(`<${name}>([^<]*)</${name}>`, 'g');
	return [...answer.body.matchAll(element)]
		.map(([, text = '']) => unescaped(text))
		.filter((value) => value !== '');
}

/** One error of a refusal. */
export interface ToldError {
	code: string;
	description: string;
}

/** Returns the errors in an answer. */
export function errorsIn(answer: CallAnswer | null): ToldError[] {
	const descriptions = valuesIn(answer, 'description');
	return valuesIn(answer, 'code').map((code, at) => ({
		code,
		description: descriptions[at] ?? ''
	}));
}

/** Whether an answer is a whole list of service requests. */
export function isWholeList(answer: CallAnswer | null): boolean {
	if (answer?.status !== 200) return false;
	return isJson(answer)
		? parsed(answer.body) !== null
		: /<\/service_requests>\s*$|<service_requests\/>\s*$/.test(answer.body);
}
