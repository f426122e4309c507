// Reads XML as XML 1.0 (fifth edition) defines it, https://www.w3.org/TR/xml/, and decides whether
// it is well-formed. Repairs nothing; reading ends where the document breaks.
import { characterAt, fail, malformedIn } from './malformed';
import type { Tree } from './tree';
import { TreeBuilder } from './tree-builder';
import { checkDeclaration, checkReferences, findForbidden, NAME, SPACE } from './xml-characters';

/** What of a document type needs no look: neither quotes nor brackets nor the beginning of a part. */
const PLAIN_IN_DOCTYPE = /[^"'[\]<>]*/y;

/** Reads one document to its end or to where it breaks. */
class XmlReader {
	readonly builder = new TreeBuilder();
	#at = 0;
	#hasRoot = false;
	/** Whether there is a document type. It can declare entities, which are not read. */
	#hasDoctype = false;

	constructor(readonly text: string) {}

	read(): void {
		if (this.text.startsWith('\uFEFF')) this.#at = 1;
		const { text, builder } = this;
		const start = this.#at;
		while (this.#at < text.length) {
			if (text[this.#at] !== '<') this.#readText();
			else if (text.startsWith('<!--', this.#at)) this.#readComment();
			else if (text.startsWith('<![CDATA[', this.#at)) this.#readCdata();
			else if (text.startsWith('<?', this.#at)) this.#readInstruction(start);
			else if (text.startsWith('<!', this.#at)) this.#readDoctype();
			else if (text.startsWith('</', this.#at)) this.#readClosingTag();
			else this.#readOpeningTag();
		}
		if (builder.depth > 0) {
			const [from, to] = builder.nameOf(builder.current);
			fail(`The document is cut off: <${text.slice(from, to)}> is not closed.`, text.length);
		}
		if (!this.#hasRoot) fail('The document has no element.', text.length);
	}

	#match(pattern: RegExp): string {
		pattern.lastIndex = this.#at;
		const found = pattern.exec(this.text)?.[0] ?? '';
		this.#at += found.length;
		return found;
	}

	#readName(what: string): [from: number, to: number] {
		const from = this.#at;
		if (this.#match(NAME) === '') {
			const found = characterAt(this.text, from);
			fail(found ? `A name ${what} cannot begin with ${found}.` : cutOff(what), from);
		}
		return [from, this.#at];
	}

	/**
	 * Returns the next position of `delimiter`; fails if there is none, because the document is cut
	 * off.
	 */
	#find(delimiter: string, from: number, what: string): number {
		const at = this.text.indexOf(delimiter, from);
		return at < 0 ? fail(cutOff(what), this.text.length) : at;
	}

	#readText() {
		const from = this.#at;
		const next = this.text.indexOf('<', from);
		const to = next < 0 ? this.text.length : next;
		const written = this.text.slice(from, to);
		if (this.builder.depth === 0) {
			const at = written.search(/[^ \t\r\n]/);
			const where = this.#hasRoot ? 'after the last element' : 'before the first element';
			if (at >= 0) fail(`Text stands ${where}, where XML allows none.`, from + at);
			this.#at = to;
			return;
		}
		const end = written.indexOf(']]>');
		if (end >= 0) fail('“]]>” may not stand in text; write “]]&gt;”.', from + end);
		checkReferences(this.text, from, to, this.#hasDoctype);
		this.builder.add({ kind: 'text', from, to });
		this.#at = to;
	}

	#readComment() {
		const from = this.#at;
		const end = this.#find('--', from + 4, 'in a comment');
		if (this.text[end + 2] !== '>') fail('“--” may not stand inside a comment.', end);
		this.#at = end + 3;
		this.builder.add({ kind: 'comment', from, to: this.#at, valueFrom: from + 4, valueTo: end });
	}

	#readCdata() {
		const from = this.#at;
		if (this.builder.depth === 0) fail('A CDATA section stands outside of all elements.', from);
		const end = this.#find(']]>', from, 'in a CDATA section');
		this.#at = end + 3;
		this.builder.add({ kind: 'cdata', from, to: this.#at, valueFrom: from + 9, valueTo: end });
	}

	#readInstruction(start: number) {
		const from = this.#at;
		this.#at += 2;
		const [nameFrom, nameTo] = this.#readName('of a processing instruction');
		const name = this.text.slice(nameFrom, nameTo);
		const isDeclaration = /^xml$/i.test(name);
		if (isDeclaration && from !== start) {
			fail('The XML declaration must be the very first thing in the document.', from);
		}
		const end = this.#find('?>', nameTo, 'in a processing instruction');
		if (isDeclaration) checkDeclaration(name, this.text.slice(nameTo, end), from);
		else if (end > nameTo && this.#match(SPACE) === '') {
			const found = characterAt(this.text, nameTo);
			fail(`After the name in <?${name}?> stands ${found}, not a blank.`, nameTo);
		}
		this.#at = end + 2;
		const valueFrom = Math.min(end, nameTo + 1);
		this.builder.add({
			kind: 'instruction',
			from,
			to: this.#at,
			nameFrom,
			nameTo,
			valueFrom,
			valueTo: end
		});
	}

	#readDoctype() {
		const from = this.#at;
		if (!this.text.startsWith('<!DOCTYPE', from)) {
			fail('“<!” begins neither a comment nor a CDATA section nor a document type.', from);
		}
		if (this.#hasRoot || this.#hasDoctype)
			fail('A document type may stand once, at the top.', from);
		let depth = 0;
		this.#at = from + 9;
		if (this.#match(SPACE) === '') fail('A document type names no element.', this.#at);
		this.#readName('of a document type');
		for (;;) {
			const { text } = this;
			this.#match(PLAIN_IN_DOCTYPE);
			const char = text[this.#at];
			if (char === undefined) fail(cutOff('in the document type'), text.length);
			if (text.startsWith('<!--', this.#at)) {
				this.#at = this.#find('-->', this.#at + 4, 'in the document type') + 3;
			} else if (text.startsWith('<?', this.#at)) {
				this.#at = this.#find('?>', this.#at + 2, 'in the document type') + 2;
			} else if (char === '"' || char === "'") {
				this.#at = this.#find(char, this.#at + 1, 'in the document type') + 1;
			} else {
				this.#at++;
				if (char === '[') depth++;
				else if (char === ']' && --depth < 0) fail('“]” closes nothing here.', this.#at - 1);
				else if (char === '>' && depth === 0) break;
			}
		}
		this.#hasDoctype = true;
		const to = this.#at;
		this.builder.add({ kind: 'doctype', from, to, valueFrom: from + 9, valueTo: to - 1 });
	}

	#readOpeningTag() {
		const { text, builder } = this;
		const from = this.#at;
		if (builder.depth === 0 && this.#hasRoot) {
			fail('A second element stands beside the first; XML allows one at the top.', from);
		}
		this.#hasRoot = true;
		this.#at++;
		const [nameFrom, nameTo] = this.#readName('of an element');
		builder.open({ kind: 'element', from, nameFrom, nameTo });
		const names = new Set<string>();
		for (;;) {
			const space = this.#match(SPACE);
			if (text[this.#at] === '>') {
				builder.begin(++this.#at);
				return;
			}
			if (text.startsWith('/>', this.#at)) {
				builder.begin(this.#at);
				builder.close(this.#at, this.#at + 2);
				this.#at += 2;
				return;
			}
			const name = text.slice(nameFrom, nameTo);
			if (this.#at >= text.length) fail(cutOff(`in the tag <${name}>`), text.length);
			if (!space) {
				fail(`After the name in <${name}> stands ${characterAt(text, this.#at)}.`, this.#at);
			}
			this.#readAttribute(names);
		}
	}

	#readAttribute(names: Set<string>) {
		const { text } = this;
		const [from, nameTo] = this.#readName('of an attribute');
		const name = text.slice(from, nameTo);
		if (names.has(name)) fail(`The attribute “${name}” stands twice in one tag.`, from);
		names.add(name);
		this.#match(SPACE);
		if (text[this.#at] !== '=') fail(`The attribute “${name}” has no value.`, this.#at);
		this.#at++;
		this.#match(SPACE);
		const quote = text[this.#at] ?? '';
		if (quote !== '"' && quote !== "'") {
			fail(`The value of the attribute “${name}” has no quotes around it.`, this.#at);
		}
		const valueFrom = this.#at + 1;
		const valueTo = this.#find(quote, valueFrom, `in the attribute “${name}”`);
		const bracket = text.slice(valueFrom, valueTo).indexOf('<');
		if (bracket >= 0)
			fail(`“<” stands in the attribute “${name}”; write “&lt;”.`, valueFrom + bracket);
		checkReferences(text, valueFrom, valueTo, this.#hasDoctype);
		this.#at = valueTo + 1;
		this.builder.add({
			kind: 'attribute',
			from,
			to: this.#at,
			nameFrom: from,
			nameTo,
			valueFrom,
			valueTo
		});
	}

	#readClosingTag() {
		const { text, builder } = this;
		const from = this.#at;
		this.#at += 2;
		const [nameFrom, nameTo] = this.#readName('of a closing tag');
		const name = text.slice(nameFrom, nameTo);
		this.#match(SPACE);
		if (text[this.#at] !== '>') {
			fail(
				this.#at < text.length
					? `The closing tag </${name}> does not end with “>”.`
					: cutOff(`in the tag </${name}>`),
				this.#at
			);
		}
		if (builder.depth === 0) fail(`</${name}> closes an element that was never opened.`, from);
		const [openFrom, openTo] = builder.nameOf(builder.current);
		const open = text.slice(openFrom, openTo);
		if (open !== name) fail(`</${name}> stands where </${open}> is expected.`, from);
		this.#at++;
		builder.close(from, this.#at);
	}
}

const cutOff = (where: string) => `The document is cut off ${where}.`;

/**
 * Reads an XML document into a tree. Throws nothing: if the text is not well-formed, the tree holds
 * what comes before the break, and `malformed` says in words what breaks it.
 */
export function readXmlTree(text: string): Tree {
	const reader = new XmlReader(text);
	const malformed = malformedIn(() => reader.read());
	const forbidden = findForbidden(text);
	const first = forbidden && (!malformed || forbidden.at < malformed.at) ? forbidden : malformed;
	return reader.builder.build('xml', text, first);
}
