import { perLine, ruby as literal } from './literals';
import { lawful, remarkOn, type WireRequest } from './wire';

/** Returns code for net/http, which comes with Ruby. */
export function rubySample({ method, url, headers, body, fields }: WireRequest): string {
	const pair = ([name, value]: readonly [string, string]) =>
		`  [${literal(name)}, ${literal(value)}],`;
	return [
		"require 'net/http'",
		"require 'uri'",
		'',
		...remarkOn(url, '#'),
		`uri = URI(${literal(lawful(url))})`,
		`request = Net::HTTPGenericRequest.new(${literal(method)}, ${body !== null}, ${method !== 'HEAD'}, uri)`,
		...headers.map(([name, value]) => `request[${literal(name)}] = ${literal(value)}`),
		...(fields ? ['request.body = URI.encode_www_form([', ...fields.map(pair), '])'] : []),
		...(fields || body === null ? [] : [`request.body = ${perLine(body, literal).join(' +\n  ')}`]),
		"response = Net::HTTP.start(uri.hostname, uri.port, use_ssl: uri.scheme == 'https') do |http|",
		'  http.request(request)',
		'end',
		'puts "#{response.code} #{response.message}"',
		'puts response.body',
		''
	].join('\n');
}
