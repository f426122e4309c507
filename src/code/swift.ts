import { perLine, swift as literal } from './literals';
import { lawful, remarkOn, type WireRequest } from './wire';

/**
 * URLComponents does not encode `+`, which forms read as a space, so the code has its own encoder.
 */
const ENCODER = [
	'let kept = CharacterSet(charactersIn:',
	'    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789*-._ ")',
	'func encode(_ text: String) -> String {',
	'    text.addingPercentEncoding(withAllowedCharacters: kept)!',
	'        .replacingOccurrences(of: " ", with: "+")',
	'}'
];

/**
 * Returns code for Swift 5.7 and later: as main.swift, or inside an async throwing function of an
 * app.
 */
export function swiftSample({ method, url, headers, body, fields }: WireRequest): string {
	const lines = body === null || fields ? [] : perLine(body, literal);
	const written = fields
		? [
				'let fields = [',
				...fields.map(([name, value]) => `    (${literal(name)}, ${literal(value)}),`),
				']',
				...ENCODER,
				'let body = fields.map { encode($0.0) + "=" + encode($0.1) }.joined(separator: "&")'
			]
		: lines.length > 1
			? // Swift's type checker gives up on many literals joined with +.
				['let body = [', ...lines.map((line) => `    ${line},`), '].joined()']
			: lines.map((line) => `let body = ${line}`);
	return [
		'import Foundation',
		'#if canImport(FoundationNetworking)',
		'import FoundationNetworking',
		'#endif',
		'',
		...written,
		...remarkOn(url, '//'),
		`var request = URLRequest(url: URL(string: ${literal(lawful(url))})!)`,
		`request.httpMethod = ${literal(method)}`,
		...headers.map(
			([name, value]) => `request.setValue(${literal(value)}, forHTTPHeaderField: ${literal(name)})`
		),
		...(body === null ? [] : ['request.httpBody = Data(body.utf8)']),
		'let (data, response) = try await URLSession.shared.data(for: request)',
		'print((response as! HTTPURLResponse).statusCode)',
		'print(String(decoding: data, as: UTF8.self))',
		''
	].join('\n');
}
