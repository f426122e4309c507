// curl on Windows. Arguments that are not ASCII reach curl in the machine's code page, if at all,
// so forms are sent field by field, already encoded, and other bodies from a file.
import { command, curlGlob, curlHeader, curlVerb } from './curl';
import { cmd, perLine, powershell, type Literal } from './literals';
import { formEncoded, type WireRequest } from './wire';

/** The longest command line is 8,191 characters in cmd, and 32,767 in Windows. */
const CMD_LIMIT = 8_000;
const WINDOWS_LIMIT = 32_000;

/** Returns one `--data-raw` for each field: curl joins them with `&` and does not interpret `@`. */
const fieldsAs = ({ fields }: WireRequest, literal: Literal) =>
	(fields ?? []).map((field) => `--data-raw ${literal(formEncoded(field))}`);

/**
 * Returns a command to paste at the command prompt. A remark says to double every percent sign in a
 * batch file. A body that does not fit in a line of cmd comes from a file, which a remark asks for.
 */
export function cmdSample(request: WireRequest): string {
	const { method, url, headers, body, fields } = request;
	const parts = [
		`curl ${curlVerb(method, body !== null)}${curlGlob(url)} ${cmd(url)}`,
		...headers.map((header) => `-H ${cmd(curlHeader(header))}`)
	];
	const written = (data: readonly string[]) => command([...parts, ...data], '^');
	const inline = written(
		fields || body === null ? fieldsAs(request, cmd) : [`--data-raw ${cmd(body)}`]
	);
	const fits = inline.length <= CMD_LIMIT && (fields !== null || /^[ -~]*$/.test(body ?? ''));
	const code = fits ? inline : written(['--data-binary "@body.txt"']);
	return [
		...(fits
			? []
			: ['rem The body is more than a line of cmd can hold: save it as body.txt in UTF-8 first.']),
		...(code.includes('%')
			? ['rem For the command prompt. In a batch file, double every percent sign.']
			: []),
		code,
		''
	].join('\n');
}

/**
 * Windows PowerShell 5.1 passes double quotes on without escaping, so the backslashes are added
 * here.
 */
const argument: Literal = (text) => powershell(text.replace(/(\\*)"/g, '$1$1\\"'));

/** Without this, PowerShell 7.3 and later would add the backslashes again. */
const LEGACY = "$PSNativeCommandArgumentPassing = 'Legacy'  # quotes as in Windows PowerShell";

/**
 * Returns a script for Windows PowerShell 5.1 and PowerShell 7. Only headers can contain double
 * quotes, which the two versions handle differently. A body that is not a form, or is too long, is
 * sent from a file, because 5.1 loses empty arguments and the quotes of JSON.
 */
export function powershellSample(request: WireRequest): string {
	const { method, url, headers, body, fields } = request;
	const listed = fieldsAs(request, powershell);
	const usesFile =
		body !== null && (fields === null || url.length + body.length > WINDOWS_LIMIT - 2_000);
	const file = usesFile
		? [
				'$body = "$env:TEMP\\open311-body.txt"',
				`[IO.File]::WriteAllText($body, ${perLine(body, powershell).join(' +\n  ')})`
			]
		: [];
	const parts = [
		`curl.exe ${curlVerb(method, body !== null)}${curlGlob(url)} ${argument(url)}`,
		...headers.map((header) => `-H ${argument(curlHeader(header))}`),
		...(usesFile ? ['--data-binary "@$body"'] : listed)
	];
	return [
		...(headers.some(([, value]) => value.includes('"')) ? [LEGACY] : []),
		...file,
		command(parts, '`'),
		''
	].join('\n');
}
