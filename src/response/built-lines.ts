// The first lines of an answer's text as HTML, as `line-elements.ts` draws them in a page.
import { BLOCK, MOST_HANGING } from './line-elements';
import type { TextLines } from './text-lines';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const span = (name: string, inside: string, more = '') =>
	`<span class="${name}"${more}>${inside}</span>`;

function lineHtml(lines: TextLines, line: number): string {
	const groups = lines.groupsOf(line).map(({ pieces, isUnbroken }) => {
		const drawn = pieces.map(({ text, kind }) => {
			const escaped = text.replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign);
			return kind === null ? escaped : span(kind, escaped);
		});
		return isUnbroken ? span('unbroken', drawn.join('')) : drawn.join('');
	});
	const fold = lines.isFoldable(line) ? span('fold', '') : '';
	const lineBreak = line + 1 < lines.count ? '\n' : '';
	const name = `line hang-${Math.min(MOST_HANGING, lines.indentOf(line))}`;
	return span(name, fold + groups.join('') + lineBreak, ` data-line="${line + 1}"`);
}

/** The first block of the lines as HTML; it is drawn at once, and the others by a script. */
export function builtLines(lines: TextLines): string {
	const count = Math.min(BLOCK, lines.count);
	return span('block', Array.from({ length: count }, (_, line) => lineHtml(lines, line)).join(''));
}
