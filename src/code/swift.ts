import { perLine, swift as literal } from './literals';
import { lawful, remarkOn, type WireRequest } from './wire';

/** URLComponents leaves `+` as it is, which a form reads as a space; hence an encoder of its own. */
const ENCODER = [
	'let kept = CharacterSet(charactersIn:',
	'    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789*-._ ")',
	'func encode(_ text: String) -> String {',
	'    text.addingPercentEncoding(withAllowedCharacters: kept)!',
	'        .replacingOccurrences(of: " ", with: "+")',
	'}'
];

/** For Swift 5.7 and later, as main.swift; in an app, inside an async function that throws. */
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
			? // Many literals with + between them are more than Swift's type checker takes.
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
