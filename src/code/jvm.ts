import { java, kotlin, perLine } from './literals';
import { lawful, remarkOn, type WireRequest } from './wire';

const indented = (depth: number, lines: readonly string[]) =>
	lines.map((line) => ' '.repeat(depth) + line);

const NON_ASCII = /[^\p{ASCII}]/u;

/** Returns a complete class for Java 11 and later, to start with `java Open311.java`. */
export function javaSample({ method, url, headers, body, fields }: WireRequest): string {
	const written = fields
		? [
				'String[][] fields = {',
				...fields.map(([name, value]) => `    {${java(name)}, ${java(value)}},`),
				'};',
				'String body = Arrays.stream(fields)',
				'    .map(field -> encode(field[0]) + "=" + encode(field[1]))',
				'    .collect(Collectors.joining("&"));'
			]
		: body === null
			? []
			: [`String body = ${perLine(body, java).join(' +\n            ')};`];
	const publisher = `HttpRequest.BodyPublishers.${body === null ? 'noBody()' : 'ofString(body)'}`;
	const encode = [
		'',
		'static String encode(String text) {',
		'    return URLEncoder.encode(text, StandardCharsets.UTF_8);',
		'}'
	];
	const code = [
		'import java.net.URI;',
		...(fields ? ['import java.net.URLEncoder;'] : []),
		'import java.net.http.HttpClient;',
		'import java.net.http.HttpRequest;',
		'import java.net.http.HttpResponse;',
		...(fields
			? [
					'import java.nio.charset.StandardCharsets;',
					'import java.util.Arrays;',
					'import java.util.stream.Collectors;'
				]
			: []),
		'',
		'public class Open311 {',
		'    public static void main(String[] args) throws Exception {',
		...indented(8, [
			...written,
			...remarkOn(url, '//'),
			`HttpRequest request = HttpRequest.newBuilder(URI.create(${java(lawful(url))}))`,
			'    .version(HttpClient.Version.HTTP_1_1)',
			...headers.map(([name, value]) => `    .header(${java(name)}, ${java(value)})`),
			`    .method(${java(method)}, ${publisher})`,
			'    .build();',
			'HttpResponse<String> response = HttpClient.newHttpClient()',
			'    .send(request, HttpResponse.BodyHandlers.ofString());',
			'System.out.println(response.statusCode());',
			'System.out.println(response.body());'
		]),
		'    }',
		...(fields ? indented(4, encode).map((line) => line.trimEnd()) : []),
		'}',
		''
	].join('\n');
	const caveat = '// Before Java 18, say how this file is encoded: java -Dfile.encoding=UTF-8 …\n';
	return NON_ASCII.test(code) ? caveat + code : code;
}

/** Returns code for OkHttp 4 and later; on Android, call it off the main thread. */
export function kotlinSample({ method, url, headers, body, fields }: WireRequest): string {
	const needsBody = ['POST', 'PUT', 'PATCH'].includes(method);
	const written = fields
		? [
				'val fields = listOf(',
				...fields.map(([name, value]) => `    ${kotlin(name)} to ${kotlin(value)},`),
				')',
				'fun encode(text: String) = URLEncoder.encode(text, "UTF-8")',
				'val body = fields.joinToString("&") { (name, value) -> encode(name) + "=" + encode(value) }'
			]
		: body === null && !needsBody
			? []
			: [`val body = ${perLine(body ?? '', kotlin).join(' +\n        ')}`];
	// From bytes, because OkHttp adds a charset to the type of a string.
	const sent = body === null && !needsBody ? 'null' : 'body.toByteArray().toRequestBody()';
	return [
		...(fields ? ['import java.net.URLEncoder'] : []),
		'import okhttp3.OkHttpClient',
		'import okhttp3.Request',
		...(sent === 'null' ? [] : ['import okhttp3.RequestBody.Companion.toRequestBody']),
		'',
		'fun main() {',
		...indented(4, [
			...written,
			...remarkOn(url, '//'),
			'val request = Request.Builder()',
			`    .url(${kotlin(url)})`,
			...headers.map(([name, value]) => `    .header(${kotlin(name)}, ${kotlin(value)})`),
			`    .method(${kotlin(method)}, ${sent})`,
			'    .build()',
			'OkHttpClient().newCall(request).execute().use { response ->',
			'    println("${response.code} ${response.message}")',
			'    println(response.body?.string())',
			'}'
		]),
		'}',
		''
	].join('\n');
}
