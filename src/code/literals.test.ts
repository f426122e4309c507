import { expect, test } from 'vitest';
import * as literals from './literals';

/** The languages that have a writer. */
type Writer = Exclude<keyof typeof literals, 'perLine'>;

/** Texts that are hard to quote, each with its literal in every language. */
const WRITTEN: Record<string, { text: string } & Record<Writer, string>> = {
	'quotes and backslashes': {
		text: String.raw`it's "a" \b`,
		javascript: String.raw`'it\'s "a" \\b'`,
		python: String.raw`'it\'s "a" \\b'`,
		ruby: String.raw`'it\'s "a" \\b'`,
		php: String.raw`'it\'s "a" \\b'`,
		java: String.raw`"it's \"a\" \\b"`,
		csharp: String.raw`"it's \"a\" \\b"`,
		go: String.raw`"it's \"a\" \\b"`,
		swift: String.raw`"it's \"a\" \\b"`,
		kotlin: String.raw`"it's \"a\" \\b"`,
		bash: String.raw`'it'\''s "a" \b'`,
		powershell: String.raw`'it''s "a" \b'`,
		cmd: String.raw`^"it's \^"a\^" \b^"`
	},
	'what other languages interpolate': {
		text: '$a ${b} #{c} \\(d) `e` %f% !g',
		javascript: "'$a ${b} #{c} \\\\(d) `e` %f% !g'",
		python: "'$a ${b} #{c} \\\\(d) `e` %f% !g'",
		ruby: "'$a ${b} #{c} \\\\(d) `e` %f% !g'",
		php: "'$a ${b} #{c} \\\\(d) `e` %f% !g'",
		java: '"$a ${b} #{c} \\\\(d) `e` %f% !g"',
		csharp: '"$a ${b} #{c} \\\\(d) `e` %f% !g"',
		go: '"$a ${b} #{c} \\\\(d) `e` %f% !g"',
		swift: '"$a ${b} #{c} \\\\(d) `e` %f% !g"',
		kotlin: '"\\$a \\${b} #{c} \\\\(d) `e` %f% !g"',
		bash: "'$a ${b} #{c} \\(d) `e` %f% !g'",
		powershell: "'$a ${b} #{c} \\(d) `e` %f% !g'",
		cmd: '^"$a ${b} #{c} \\^(d^) `e` ^%f^% ^!g^"'
	},
	'special line ends': {
		text: `'"$#{\r\n\t`,
		javascript: String.raw`'\'"$#{\r\n\t'`,
		python: String.raw`'\'"$#{\r\n\t'`,
		ruby: String.raw`"'\"$\#{\r\n\t"`,
		php: String.raw`"'\"\$#{\r\n\t"`,
		java: String.raw`"'\"$#{\r\n\t"`,
		csharp: String.raw`"'\"$#{\r\n\t"`,
		go: String.raw`"'\"$#{\r\n\t"`,
		swift: String.raw`"'\"$#{\r\n\t"`,
		kotlin: String.raw`"'\"\$#{\r\n\t"`,
		bash: String.raw`$'\'"$#{\r\n\t'`,
		powershell: '"\'`"`$#{`r`n`t"',
		cmd: ''
	},
	'controls and marks that turn the text round, with digits after them': {
		text: '\u00011!\u202e2',
		javascript: String.raw`'\u00011!\u202e2'`,
		python: String.raw`'\u00011!\u202e2'`,
		ruby: String.raw`"\u00011!\u202e2"`,
		php: String.raw`"\u{1}1!\u{202e}2"`,
		java: String.raw`"\u00011!\u202e2"`,
		csharp: String.raw`"\u00011!\u202e2"`,
		go: String.raw`"\u00011!\u202e2"`,
		swift: String.raw`"\u{1}1!\u{202e}2"`,
		kotlin: String.raw`"\u00011!\u202e2"`,
		bash: String.raw`$'\0011\041\342\200\2562'`,
		powershell: '"$([char]0x1)1!$([char]0x202e)2"',
		cmd: ''
	},
	'accents, emoji and typographic quotes': {
		text: 'Café 👩‍🚒 ‘a’ “b”',
		javascript: "'Café 👩‍🚒 ‘a’ “b”'",
		python: "'Café 👩‍🚒 ‘a’ “b”'",
		ruby: "'Café 👩‍🚒 ‘a’ “b”'",
		php: "'Café 👩‍🚒 ‘a’ “b”'",
		java: '"Café 👩‍🚒 ‘a’ “b”"',
		csharp: '"Café 👩‍🚒 ‘a’ “b”"',
		go: '"Café 👩‍🚒 ‘a’ “b”"',
		swift: '"Café 👩‍🚒 ‘a’ “b”"',
		kotlin: '"Café 👩‍🚒 ‘a’ “b”"',
		bash: "'Café 👩‍🚒 ‘a’ “b”'",
		powershell: "'Café 👩‍🚒 ‘‘a’’ “b”'",
		cmd: '"Café 👩‍🚒 ‘a’ “b”"'
	}
};

const CASES = Object.entries(WRITTEN).flatMap(([what, { text, ...written }]) =>
	Object.entries(written)
		.filter(([, literal]) => literal !== '')
		.map(([language, literal]) => ({
			what,
			text,
			language: language as Writer,
			literal
		}))
);

test.each(CASES)('$language: $what', ({ text, language, literal }) => {
	expect(literals[language](text)).toBe(literal);
});

test('bash keeps line feeds between single quotes', () => {
	expect(literals.bash("a\n'b'")).toBe("'a\n'\\''b'\\'''");
});

test('PHP and PowerShell escape only what they must between double quotes', () => {
	expect(literals.php("\nit's {$a}")).toBe('"\\nit\'s {\\$a}"');
	expect(literals.powershell('\n“$a`')).toBe('"`n`“`$a``"');
});

test('cmd uses plain quotes around percent-encoded text, and doubles a last backslash', () => {
	expect(literals.cmd('a=%2C&b=%C3%A9')).toBe('"a=%2C&b=%C3%A9"');
	expect(literals.cmd('C:\\a b\\')).toBe('"C:\\a b\\\\"');
	expect(literals.cmd('')).toBe('""');
});

test('a text becomes one literal a line', () => {
	expect(literals.perLine('a\r\nb\n\nc', literals.go)).toEqual([
		'"a\\r\\n"',
		'"b\\n"',
		'"\\n"',
		'"c"'
	]);
	expect(literals.perLine('a\n', literals.go)).toEqual(['"a\\n"']);
	expect(literals.perLine('', literals.go)).toEqual(['""']);
});
