// Whether an answer keeps to GeoReport v2, https://wiki.open311.org/GeoReport_v2/.
import { rootOf, type Tree } from '../document/tree';
import { methodOf, type MethodName } from '../georeport/methods';
import type { Format } from '../georeport/types';
import type { DialectName } from '../georeport/dialect';
import {
	checkBody,
	checkContentType,
	checkEncoding,
	checkJson,
	checkXml,
	type Encoding
} from './document-checks';
import { Findings, type Finding } from './findings';
import { checkErrors, checkList } from './list-checks';
import { checkDefinition, checkDiscovery } from './object-checks';
import { isErrors } from './shape';

/** An answer to check, and the request it answers. */
export interface CheckedAnswer {
	method: MethodName;
	/** Null if the request asked for neither format. */
	asked: Format | null;
	status: number;
	headers: readonly (readonly [name: string, value: string])[];
	/** Whose known deviations are accepted: those of Toronto, or none. */
	dialect: DialectName;
	/** How the bytes were read as text; null where they are not known. */
	encoding: Encoding | null;
	/** The body as text. */
	text: string;
	/** Null if the body is neither XML nor JSON. */
	tree: Tree | null;
}

/** From so many UTF-16 units on, the check with another parser takes long enough for a task of its own. */
const LONG = 10_000;

/**
 * Checks an answer in slices; between them the caller can let other work run. Before one that can take
 * long and cannot be divided it yields `'long step'`.
 */
export function* checking(answer: CheckedAnswer): Generator<'long step' | undefined, Finding[]> {
	const findings = new Findings(answer.method, answer.dialect);
	const { tree, status, method } = answer;
	if (tree) checkContentType(answer.headers, tree, findings);
	if (answer.encoding) checkEncoding(answer.encoding, answer, findings);
	checkBody(answer, findings);
	if (status > 200 && status < 300) {
		const words = () => `The HTTP status is ${status}; some clients take nothing but 200.`;
		findings.add('success-status', '', methodOf(method).section, null, words);
	}
	const root = tree && !tree.malformed ? rootOf(tree) : null;
	const { section } = methodOf(method);
	const failed = status >= 400;
	if (tree && root !== null) {
		const next = tree.text.length > LONG ? 'long step' : undefined;
		if (tree.format === 'xml') yield* checkXml(tree, findings, next);
		else yield* checkJson(tree, findings, next);
		yield next;
		if (isErrors(tree)) {
			checkErrors(tree, root, status, findings);
		} else if (failed) {
			const words = () =>
				`HTTP status ${status} comes without a list of errors, each with code and description.`;
			findings.add('error-body', '', 'Errors', root, words);
		} else if (method === 'definition') {
			checkDefinition(tree, root, section, findings);
		} else if (method === 'discovery') {
			checkDiscovery(tree, root, section, findings);
		} else yield* checkList(tree, root, method, section, findings);
	}
	return findings.list;
}

/** Checks an answer; the findings that break the specification come first. Throws nothing. */
export function findingsOf(answer: CheckedAnswer): Finding[] {
	const steps = checking(answer);
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}
