// curl's options, https://curl.se/docs/manpage.html: what each does to the request, if anything.

/** What becomes of an option that takes a value. */
export type Valued =
	| 'url'
	| 'method'
	| 'header'
	| 'data'
	| 'raw data'
	| 'encoded data'
	| 'json'
	| 'form'
	| 'form text'
	| 'user'
	| 'bearer'
	| 'user agent'
	| 'referer'
	| 'cookie'
	| 'range'
	| 'query'
	| 'file'
	| 'told'
	| 'ignored';

/** What becomes of an option that stands alone. */
export type Flag =
	'get' | 'head' | 'next' | 'certificate' | 'no pattern' | 'challenge' | 'told' | 'ignored';

/** An option by its long and its short name. */
export interface Option {
	name: string;
	letter: string;
	does: { valued: Valued } | { flag: Flag };
}

/** Names as `long` or `long,letter`, separated by spaces. */
const options = (does: Option['does'], names: string): Option[] =>
	names.split(/\s+/).map((each) => {
		const [name = '', letter = ''] = each.split(',');
		return { name, letter, does };
	});

const valued = (does: Valued, names: string) => options({ valued: does }, names);
const flags = (does: Flag, names: string) => options({ flag: does }, names);

const OPTIONS: readonly Option[] = [
	...valued('url', 'url'),
	...valued('method', 'request,X'),
	...valued('header', 'header,H'),
	...valued('data', 'data,d data-ascii data-binary'),
	...valued('raw data', 'data-raw'),
	...valued('encoded data', 'data-urlencode'),
	...valued('json', 'json'),
	...valued('form', 'form,F'),
	...valued('form text', 'form-string'),
	...valued('user', 'user,u'),
	...valued('bearer', 'oauth2-bearer'),
	...valued('user agent', 'user-agent,A'),
	...valued('referer', 'referer,e'),
	...valued('cookie', 'cookie,b'),
	...valued('range', 'range,r'),
	...valued('query', 'url-query'),
	...valued('file', 'upload-file,T config,K'),
	...valued(
		'told',
		`proxy,x proxy-user,U proxy-header resolve connect-to interface cert,E key cacert capath
		unix-socket abstract-unix-socket netrc-file aws-sigv4 request-target time-cond,z
		continue-at,C dns-servers doh-url haproxy-clientip preproxy socks4 socks4a socks5
		socks5-hostname variable`
	),
	...valued(
		'ignored',
		`output,o output-dir write-out,w max-time,m connect-timeout retry retry-delay retry-max-time
		max-redirs dump-header,D cookie-jar,c stderr trace trace-ascii trace-config limit-rate
		speed-limit,Y speed-time,y max-filesize keepalive-time keepalive-cnt happy-eyeballs-timeout-ms
		expect100-timeout ciphers tls13-ciphers tls-max curves cert-type key-type pass proto proto-default
		proto-redir local-port parallel-max rate create-file-mode quote,Q noproxy etag-save
		etag-compare alt-svc hsts libcurl engine pinnedpubkey delegation service-name ip-tos
		vlan-priority interleave`
	),
	...flags('get', 'get,G'),
	...flags('head', 'head,I'),
	...flags('next', 'next,:'),
	...flags('certificate', 'insecure,k'),
	...flags('no pattern', 'globoff,g'),
	...flags('challenge', 'digest ntlm negotiate anyauth'),
	...flags('told', 'path-as-is form-escape'),
	...flags(
		'ignored',
		`silent,s show-error,S location,L include,i show-headers verbose,v compressed fail,f fail-with-body
		fail-early http1.0,0 http1.1 http2 http2-prior-knowledge http3 http3-only http0.9 ipv4,4 ipv6,6
		tlsv1,1 tlsv1.0 tlsv1.1 tlsv1.2 tlsv1.3 sslv2,2 sslv3,3 ssl ssl-reqd no-buffer,N
		progress-bar,# progress-meter no-progress-meter remote-name,O remote-name-all
		remote-header-name,J remote-time,R create-dirs parallel,Z parallel-immediate location-trusted
		raw tr-encoding tcp-nodelay tcp-fastopen keepalive no-keepalive junk-session-cookies,j
		netrc,n netrc-optional basic proxytunnel,p disable,q post301
		post302 post303 retry-all-errors retry-connrefused ssl-no-revoke no-alpn no-npn no-sessionid
		crlf use-ascii,B append,a list-only,l styled-output no-clobber remove-on-error
		compressed-ssh cert-status ssl-allow-beast false-start proxy-insecure xattr trace-time trace-ids
		disallow-username-in-url ignore-content-length ca-native skip-existing`
	)
];

/** The option of a long name, or null. `--no-…` of one that stands alone is ignored like it. */
export const byName = (name: string): Option | null =>
	OPTIONS.find((option) => option.name === name) ??
	(name.startsWith('no-') &&
	OPTIONS.some((option) => option.name === name.slice(3) && 'flag' in option.does)
		? { name, letter: '', does: { flag: 'ignored' } }
		: null);

/** The option of a short name, or null. */
export const byLetter = (letter: string): Option | null =>
	OPTIONS.find((option) => option.letter === letter) ?? null;
