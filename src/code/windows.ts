// curl on Windows. Arguments that are not ASCII reach it in the code page of the machine, if at all,
// so forms go field by field in their encoded form, and other bodies through a file.
import { command, curlGlob, curlHeader, curlVerb } from './curl';
import { cmd, perLine, powershell, type Literal } from './literals';
import { formEncoded, type WireRequest } from './wire';

/** The longest command line of cmd is 8,191 characters; that of Windows, 32,767. */
const CMD_LIMIT = 8_000;
const WINDOWS_LIMIT = 32_000;

/** One `--data-raw` for each field: curl puts the `&` between them, and `@` has no meaning. */
const fieldsAs = ({ fields }: WireRequest, literal: Literal) =>
	(fields ?? []).map((field) => `--data-raw ${literal(formEncoded(field))}`);

/**
 * For pasting at the command prompt; in a batch file every percent sign must be doubled, as a
 * remark says. A body that no line of cmd can hold comes from a file, which the remark asks for.
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

/** Windows PowerShell 5.1 hands double quotes on as they are, so the backslashes must be ours. */
const argument: Literal = (text) => powershell(text.replace(/(\\*)"/g, '$1$1\\"'));

/** Without this, PowerShell 7.3 and later would add the backslashes a second time. */
const LEGACY = "$PSNativeCommandArgumentPassing = 'Legacy'  # quotes as in Windows PowerShell";

/**
 * For Windows PowerShell 5.1 and for PowerShell 7. No argument holds a double quote, which the two
 * treat differently, save in headers. A body that is no form, or too long, goes through a file,
 * since 5.1 loses empty arguments and the quotes of JSON.
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
