import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRequest } from '../georeport/read-request';
import { readCurl } from './curl';

const FORM = 'application/x-www-form-urlencoded';
const URL = 'https://a.example/requests.xml';

/** The request of a command that must be readable. */
function requestOf(text: string) {
	const read = readCurl(text);
	if (read.kind !== 'request') throw new Error(read.words);
	return read.request;
}

const notesOf = (text: string) => {
	const read = readCurl(text);
	return read.kind === 'request' ? read.notes : [`${read.kind}: ${read.words}`];
};

const problemOf = (text: string) => {
	const read = readCurl(text);
	return read.kind === 'request' ? JSON.stringify(read) : read.words;
};

/** The one part of a multipart body: what follows its name, headers and text with | between. */
function partOf(text: string) {
	const [, headers = '', value = ''] =
		/name="d"(?:; |\r\n)?([^]*?)\r\n\r\n([^]*)\r\n--/.exec(`${requestOf(text).body}`) ?? [];
	return [...headers.split('\r\n'), value].filter((each, at) => at > 0 || each !== '').join('|');
}

const get = (url = URL, headers = {}) => ({ method: 'GET', url, headers, body: null });
const form = (body: string, headers = {}) => ({
	method: 'POST',
	url: URL,
	headers: { ...headers, 'Content-Type': FORM },
	body
});

describe('what people paste', () => {
	test("Chrome's $'…' with escapes in headers and body", () => {
		expect(
			requestOf(`curl 'https://a.example/requests.xml' \\
  -H 'accept: */*' \\
  -H $'x-note: it\\'s \\u0021 ok; a=\\'\\'' \\
  --data-raw $'description=two\\nlines\\u0021\\ttab' \\
  --compressed`)
		).toEqual(form('description=two\nlines!\ttab', { accept: '*/*', 'x-note': "it's ! ok; a=''" }));
	});

	test('a multipart body as the browser wrote it', () => {
		const type = 'multipart/form-data; boundary=----WebKitFormBoundaryAb1';
		const body =
			'------WebKitFormBoundaryAb1\r\nContent-Disposition: form-data; name="service_code"\r\n\r\nCSROWR-12\r\n------WebKitFormBoundaryAb1--\r\n';
		const escaped = body.replaceAll('\r\n', '\\r\\n');
		expect(
			requestOf(`curl '${URL}' -X 'POST' -H 'content-type: ${type}' --data-raw $'${escaped}'`)
		).toEqual({ method: 'POST', url: URL, headers: { 'content-type': type }, body });
	});

	test("Postman's --form with quotes of its own, an @ inside a value, and a file", () => {
		const { headers, body } = requestOf(`curl --location '${URL}' \\
--form 'input="{\\"a b\\":\\"c\\"}"' \\
--form 'email="john@example.com"' \\
--form 'media=@"/home/me/pot hole.jpg"'`);
		const boundary = /boundary=(\S+)$/.exec(headers['Content-Type'] ?? '')?.[1];
		expect(body?.split(`--${boundary}`)).toEqual([
			'',
			'\r\nContent-Disposition: form-data; name="input"\r\n\r\n{"a b":"c"}\r\n',
			'\r\nContent-Disposition: form-data; name="email"\r\n\r\njohn@example.com\r\n',
			'\r\nContent-Disposition: form-data; name="media"; filename="pot hole.jpg"\r\nContent-Type: image/jpeg\r\n\r\n\r\n',
			'--\r\n'
		]);
	});

	test('unquoted --form values', () => {
		expect(requestOf(`curl --request POST --url ${URL} --form id=1 --form code=A_B`).body).toMatch(
			/name="id"\r\n\r\n1\r\n[^]*name="code"\r\n\r\nA_B\r\n/
		);
	});

	test('several fields in one --data', () => {
		expect(
			requestOf(
				`curl -X POST "${URL}" -H "Content-Type: ${FORM}" --data "field1=value1&field2=value2"`
			)
		).toEqual(form('field1=value1&field2=value2'));
	});

	test('repeated --data, also of one name', () => {
		expect(requestOf(`curl --url ${URL} --data tag=a --data name=b --data tag=c`)).toEqual(
			form('tag=a&name=b&tag=c')
		);
	});

	test("a single quote as '\\'' in JSON over several lines", () => {
		expect(
			requestOf(`curl --location '${URL}' \\
--header 'Content-Type: application/json' \\
--data '{
  "text": "You'\\''re nice"
}'`)
		).toEqual({
			method: 'POST',
			url: URL,
			headers: { 'Content-Type': 'application/json' },
			body: '{\n  "text": "You\'re nice"\n}'
		});
	});

	test('an address as --url after the options', () => {
		expect(
			requestOf(`curl --request POST \\\n  --url http://localhost:3110/x \\\n  --data 'a=b'`).url
		).toBe('http://localhost:3110/x');
	});

	test.each(['-s', '-S', '-sS', '-sSL', '-kfsSL', '-v', '-i', '-sSo /dev/null', '-m 5', '-m5'])(
		'%s leaves the request as it is',
		(options) => expect(requestOf(`curl ${options} ${URL}`)).toEqual(get())
	);

	test.each([
		`$ curl ${URL}`,
		`  /usr/bin/curl ${URL}`,
		`LANG=C A='b c' curl ${URL}`,
		`me@host:~/src$ curl ${URL}`,
		`# comment\n\ncurl ${URL} # and another`,
		`curl ${URL} | jq .`,
		`curl ${URL} > out.xml 2>/dev/null; echo done`,
		`curl \\\r\n  ${URL}\r\n`,
		`time curl '${URL}'`,
		`\ufeffcurl ${URL}`,
		`"curl" "${URL}"`,
		`curl -- ${URL}`,
		...['me@host ~ % ', '[me@host src]$ ', '(venv) me@host:~/src$ ', 'root@host:/# ', '# '].map(
			(prompt) => `${prompt}curl ${URL}`
		),
		...['> ', '❯ ', '➜  ~ ', 'PS C:\\Users\\me> ', 'C:\\Users\\me>', '$ sudo '].map(
			(prompt) => `${prompt}curl "${URL}"`
		),
		`# list, don't write\ncurl ${URL}`,
		`#curl https://b.example/services.xml\ncurl ${URL}`,
		`$ cd /tmp\n$ curl ${URL}`,
		`$ curl \\\n> -s \\\n> ${URL}`,
		`> curl \\\n>   ${URL}\n>\n> Thanks`,
		`\`\`\`bash\ncurl ${URL}\n\`\`\``,
		`\`curl ${URL}\``,
		`List them:\n\n  curl ${URL}`,
		`https://docs.example/list\ncurl ${URL}`,
		`out=$(curl -s "${URL}" | jq -r '.[0]')`,
		`if [ -n "$(curl -s ${URL})" ]; then echo yes; fi`
	])('%j', (text) => expect(requestOf(text)).toEqual(get()));

	test.each([
		[`sudo -u www curl ${URL}`, 'sudo -u www'],
		[`- curl ${URL}`, '-'],
		[`docker run --rm curlimages/curl:8.5.0 -s ${URL}`, 'docker run --rm'],
		[`timeout 10 curl ${URL}`, 'timeout 10'],
		[`while ! curl ${URL}; do sleep 1; done`, 'while !'],
		[`$r = Invoke-RestMethod -Uri ${URL}`, '$r =']
	])('%s: what starts the command is left out, and that is told', (text, before) => {
		expect(requestOf(text)).toEqual(get());
		expect(notesOf(text)).toContain(`“${before}” before the command was left out.`);
	});

	test('a command inside another: the inner one is read', () => {
		expect(requestOf(`$text = (Invoke-WebRequest -Uri "${URL}").Content`)).toEqual(get());
	});

	test.each(['man curl', 'apt install curl', 'how do I curl my hair?', 'wget https://a.example/'])(
		'%s is no command of ours',
		(text) => expect(readCurl(text).kind).not.toBe('request')
	);

	test('an address without quotes, ampersands and all', () => {
		const text = `curl ${URL}?jurisdiction_id=toronto.ca&status=open`;
		expect(requestOf(text)).toEqual(get(`${URL}?jurisdiction_id=toronto.ca&status=open`));
		expect(notesOf(text)).toEqual([expect.stringContaining('between quotes')]);
	});

	test('what readCurl gives, readRequest turns into a draft', () => {
		const base = { url: 'https://a.example/', discoveryUrl: 'https://a.example/' };
		const current = { method: 'requests', format: 'xml', values: {} } as const;
		const read = readRequest(
			requestOf(`curl ${URL} -d service_code=CSROWR-12 --data-urlencode 'description=a & é'`),
			base,
			current
		);
		expect(read).toEqual({
			draft: {
				method: 'submit',
				format: 'xml',
				values: { service_code: 'CSROWR-12', description: 'a & é' }
			}
		});
	});
});

describe('bash', () => {
	const word = (written: string) => requestOf(`curl ${URL} --data-raw ${written}`).body;

	test.each([
		[String.raw`a\ b\'c`, "a b'c"],
		[String.raw`'a\nb'`, String.raw`a\nb`],
		[String.raw`"a\"b\\c\$d\ne"`, String.raw`a"b\c$d\ne`],
		['"a\\\nb"', 'ab'],
		["'a'\"b\"c$'d'", 'abcd'],
		[String.raw`$"a 'b'"`, "a 'b'"],
		[String.raw`$'\a\b\e\E\f\n\r\t\v\\\'\"\?'`, '\x07\b\x1b\x1b\f\n\r\t\v\\\'"?'],
		[String.raw`$'\101\x42\u0043\U00000044\cA'`, 'ABCD\x01'],
		[String.raw`$'\303\251 \xe2\x98\x95 é\u00e9'`, 'é ☕ éé'],
		[String.raw`$'\q'`, String.raw`\q`],
		[String.raw`$'a\0b'`, 'a'],
		["''", ''],
		['a#b', 'a#b'],
		['$', '$'],
		['"100%!"', '100%!']
	])('%s', (written, text) => expect(word(written)).toBe(text));

	test.each([
		['$TOKEN', '$TOKEN'],
		['"a ${TOKEN:-x} b"', '${TOKEN:-x}'],
		['`id -u`', '`id -u`'],
		['"$(date +%s)"', '$(date +%s)']
	])('%s is not known, and the problem names it', (written, named) => {
		expect(problemOf(`curl '${URL}' -d ${written}`)).toContain(named);
	});

	test('a variable in an option that does not matter is no problem', () => {
		expect(requestOf(`curl '${URL}' -o "$HOME/out.xml"`)).toEqual(get());
	});

	test.each([
		[`curl '${URL}\n  -d a=b`, 'single quote at line 1, column 6'],
		[`curl ${URL} \\\n  -d "a=b'`, 'double quote at line 2, column 6'],
		[`$ curl -H $'a: b\\' ${URL}`, 'quote after $ at line 1, column 11']
	])('%j: the quote that is never closed is named with its place', (text, words) => {
		expect(problemOf(text)).toContain(words);
	});
});

describe('the Windows command prompt', () => {
	test("Chrome's copy for cmd", () => {
		expect(
			requestOf(
				[
					'curl ^"https://a.example/requests.xml?a=1^&b=%20^" ^',
					'  -H ^"accept: */*^" ^',
					'  -H ^"x-quote: ^\\^"a^\\^" ^%^PATH^%^^^" ^',
					'  --data-raw ^"{^\\^"a^\\^":^',
					'',
					'1}^"'
				].join('\r\n')
			)
		).toEqual({
			method: 'POST',
			url: 'https://a.example/requests.xml?a=1&b=%20',
			headers: { accept: '*/*', 'x-quote': '"a" %PATH%^', 'Content-Type': FORM },
			body: '{"a":\n1}'
		});
	});

	test.each([
		['"a ""b"" c"', 'a "b" c'],
		['"a \\"b\\" c\\\\"', 'a "b" c\\'],
		['"a\\b\\\\c"', 'a\\b\\\\c'],
		["'a'", "'a'"],
		['"it\'s 100%%"', "it's 100%"],
		['"a^&b"', 'a^&b'],
		['a^&b', 'a&b'],
		['"%C3%A9%20x"', '%C3%A9%20x'],
		['""', '']
	])('%s', (written, text) => {
		expect(requestOf(`curl ^\r\n ${URL} --data-raw ${written}`).body).toBe(text);
	});

	test('a variable is a problem that names it', () => {
		expect(problemOf(`curl ^\n ${URL} -H "X: %TOKEN%"`)).toContain('%TOKEN%');
	});

	test('remarks and other commands are passed over', () => {
		expect(requestOf(`rem Don't "double\r\necho off\r\ncurl.exe "${URL}" > nul & echo ok`)).toEqual(
			get()
		);
		expect(requestOf(`C:\\Users\\me>curl.exe "${URL}"`)).toEqual(get());
	});

	test('a quote that ends with its line', () => {
		expect(problemOf(`curl ^\n  "${URL}" -d "a=b`)).toContain('line 2, column');
	});
});

describe('PowerShell', () => {
	test.each([
		["'it''s'", "it's"],
		['"a`nb`t`"`$c``"', 'a\nb\t"$c`'],
		['"a""b"', 'a"b'],
		['"`u{e9}$([char]0x1b)"', 'é\x1b'],
		['\'{\\"a\\": \\"b\\\\\\"\\"}\'', '{"a": "b\\""}'],
		['\'{"a": 1}\'', '{"a": 1}'],
		['‘a b’', 'a b'],
		['@\'\n{"a": 1}\n\'@', '{"a": 1}'],
		['a`&b', 'a&b']
	])('curl.exe with %s', (written, text) => {
		expect(requestOf(`curl.exe \`\r\n  '${URL}' --data-raw ${written}`).body).toBe(text);
	});

	test.each([
		['"Bearer $token"', '$token'],
		['"$env:TOKEN"', '$env:TOKEN'],
		['"$(Get-Date)"', '$(Get-Date)']
	])('%s is a problem that names it', (written, named) => {
		expect(problemOf(`curl.exe \`\n  '${URL}' -H ${written}`)).toContain(named);
	});

	test("Chrome's copy for PowerShell", () => {
		const text = `$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession
$session.UserAgent = "Mozilla/5.0 (X11; Linux x86_64)"
Invoke-WebRequest -UseBasicParsing -Uri "${URL}" \`
-Method "POST" \`
-WebSession $session \`
-Headers @{
"method"="POST"
  "accept"="*/*"
  "x-note"="a; b={c} \`"d\`""
} \`
-ContentType "${FORM}" \`
-Body ([System.Text.Encoding]::UTF8.GetBytes("a=b&c=$([char]0xe9)"))`;
		expect(requestOf(text)).toEqual(form('a=b&c=é', { accept: '*/*', 'x-note': 'a; b={c} "d"' }));
		expect(notesOf(text)).toEqual(['-WebSession was left out.']);
	});

	test.each([
		[`irm ${URL}`, get()],
		[`Invoke-RestMethod '${URL}?a=1' -Body @{ b = 'c d' }`, get(`${URL}?a=1&b=c+d`)],
		[`iwr -Uri "${URL}" -Method Post -Body @{ a = 'b'; "c" = "d" }`, form('a=b&c=d')],
		[`curl -Uri ${URL} -Method POST -Body 'a=b'`, form('a=b')],
		[
			`Invoke-WebRequest -Uri ${URL} -Method Put -Body 'x' -ContentType 'text/plain'`,
			{
				method: 'PUT',
				url: URL,
				headers: { 'Content-Type': 'text/plain' },
				body: 'x'
			}
		]
	])('%s', (text, request) => expect(requestOf(text)).toEqual(request));

	test.each([
		['Invoke-WebRequest -Method Get', 'no address'],
		[`iwr ${URL} -Headers $h`, '$h'],
		[`iwr ${URL} -Nonsense 5`, '-Nonsense'],
		[`iwr ${URL} -InFile a.txt`, 'a.txt']
	])('%s is a problem', (text, words) => expect(problemOf(text)).toContain(words));
});

describe("curl's options", () => {
	test.each([
		[`curl ${URL} -XPUT -da=b`, { ...form('a=b'), method: 'PUT' }],
		[`curl -X DELETE ${URL}`, { ...get(), method: 'DELETE' }],
		[`curl -I ${URL}`, { ...get(), method: 'HEAD' }],
		[`curl -G ${URL} -d a=b --data-urlencode 'c= &'`, get(`${URL}?a=b&c=+%26`)],
		[`curl -G '${URL}?x=1#top' -d a=b`, get(`${URL}?x=1&a=b#top`)],
		[`curl ${URL} --url-query a=b --url-query +c=%20`, get(`${URL}?a=b&c=%20`)],
		[`curl ${URL} -H 'X: 1' -H 'Y;' -H 'Accept:'`, get(URL, { X: '1', Y: '' })],
		[`curl ${URL} -H 'X: 1' -H 'x: 2'`, get(URL, { X: '1, 2' })],
		[`curl ${URL} -H 'X: a: b'`, get(URL, { X: 'a: b' })],
		[
			`curl ${URL} -A me -e https://b.example/`,
			get(URL, { 'User-Agent': 'me', Referer: 'https://b.example/' })
		],
		[
			`curl ${URL} -u 'Aladdin:open sesame'`,
			get(URL, { Authorization: 'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==' })
		],
		[`curl -u a:b -H 'authorization: mine' ${URL}`, get(URL, { authorization: 'mine' })],
		[`curl https://a:b@a.example/requests.xml`, get(URL, { Authorization: 'Basic YTpi' })],
		[`curl ${URL} --oauth2-bearer t`, get(URL, { Authorization: 'Bearer t' })],
		[`curl ${URL} -b 'a=b; c=d'`, get(URL, { Cookie: 'a=b; c=d' })],
		[`curl ${URL} -d ''`, form('')],
		[`curl ${URL} --data-raw @x`, form('@x')],
		[`curl ${URL} -d a -H 'Content-Type:'`, { ...form('a'), headers: {} }],
		[`curl ${URL} --data-urlencode 'a b'`, form('a+b')],
		[`curl ${URL} --data-urlencode '=a=b'`, form('a%3Db')],
		[`curl ${URL} --data-urlencode 'n=a@b=c'`, form('n=a%40b%3Dc')],
		[
			`curl ${URL} --json '{"a":' --json '1}'`,
			{
				method: 'POST',
				url: URL,
				headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
				body: '{"a":1}'
			}
		],
		['curl localhost:3110/a.xml', get('http://localhost:3110/a.xml')],
		[`curl -g '${URL}?attribute[A]=1'`, get(`${URL}?attribute[A]=1`)]
	])('%s', (text, request) => expect(requestOf(text)).toEqual(request));

	test.each([
		[`curl ${URL} https://b.example/`, '2 addresses'],
		[`curl ${URL} --next https://b.example/`, '--next'],
		[`curl -k ${URL}`, 'certificates'],
		[`curl -x http://proxy ${URL}`, '-x was left out'],
		[`curl ${URL} -b 'a=b'`, 'Cookie'],
		[`curl ${URL} --unheard-of`, '--unheard-of'],
		[`curl localhost/a.xml`, 'http://'],
		[`curl '${URL}?a=[1-3]'`, 'pattern'],
		[`curl -X GET ${URL} -d a`, 'no body with GET'],
		[`curl ${URL} -H nonsense`, 'no colon'],
		[`curl ${URL} -u me`, 'password'],
		[`curl ${URL} -F 'media=@/tmp/a.jpg'`, 'a.jpg']
	])('%s is told', (text, words) => {
		expect(notesOf(text)).toEqual([expect.stringContaining(words)]);
	});

	/** Of a part: its headers but the first and its text, as curl 7.88 sends them. */
	test.each([
		['d=John; Doe', 'John'],
		['d=a;b;type=text/html', 'Content-Type: text/html|a'],
		['d="John" Doe', 'John'],
		['d="unclosed; x', '"unclosed'],
		['d=a\\;b', 'a\\'],
		['d=;x', ''],
		['d=(see photo)', '']
	])('curl sends only a piece of -F %j, and that is told', (written, sent) => {
		const text = `curl ${URL} -F '${written}'`;
		expect(partOf(text)).toBe(sent);
		expect(notesOf(text)).toEqual([
			expect.stringMatching(/^curl sends .*leaves out .*--form-string/)
		]);
	});

	test.each([
		['d="John; Doe"', 'John; Doe'],
		['d=  John  ', 'John'],
		['d= "q"', 'q'],
		['d="(see photo)"', '(see photo)'],
		['d="a\\"b\\\\c\\d"', 'a"b\\c\\d'],
		['d=a;', 'a'],
		['d=a;;', 'a'],
		['d=a,b', 'a,b'],
		['d=)', ')'],
		['d=a;type=text/plain;b;c', 'Content-Type: text/plain;b;c|a'],
		['d= a ; type=text/html ; charset=x ', 'Content-Type: text/html ; charset=x|a'],
		['d=a;TYPE=text/html', 'Content-Type: text/html|a'],
		['d=a;type="text/html"', 'Content-Type: "text/html"|a'],
		['d=a; filename=x.txt', 'filename="x.txt"|Content-Type: text/plain|a'],
		['d=a;filename="p q.png"', 'filename="p q.png"|Content-Type: image/png|a'],
		['d=a;filename=x', 'filename="x"|a']
	])('-F %j is sent whole', (written, sent) => {
		const text = `curl ${URL} -F '${written}'`;
		expect(partOf(text)).toBe(sent);
		expect(notesOf(text)).toEqual([]);
	});

	test('--form-string is sent as it stands', () => {
		const text = `curl ${URL} --form-string 'd=(John; "Doe"; type=x'`;
		expect([partOf(text), notesOf(text)]).toEqual(['(John; "Doe"; type=x', []]);
	});

	test.each([
		[`curl '${URL}?a=b c'`, 'refuses'],
		[`curl ${URL} -X post -d a`, 'POST'],
		[`curl ${URL} --digest -u a:b`, '--digest'],
		[`curl '${URL}/../y.xml' --path-as-is`, '--path-as-is'],
		[`curl ${URL} -F 'd=a;encoder=base64'`, 'encoder']
	])('%s: where a page does otherwise than curl, that is told', (text, words) => {
		expect(notesOf(text)).toEqual([expect.stringContaining(words)]);
	});

	test('an answer to a challenge is left to curl: no password goes out unasked', () => {
		expect(requestOf(`curl ${URL} --digest -u a:b`)).toEqual(get());
		expect(requestOf(`curl ${URL} --anyauth -u a:b`)).toEqual(get());
		expect(requestOf(`curl ${URL} --basic -u a:b`).headers).toEqual({
			Authorization: 'Basic YTpi'
		});
	});

	test.each([
		['curl', 'no address'],
		[`curl ${URL} -F 'd=a; type=nonsense'`, 'a slash'],
		[`curl ${URL} -d @body.txt`, 'body.txt'],
		[`curl ${URL} --data-binary @-`, '--data-binary'],
		[`curl ${URL} --data-urlencode name@file.txt`, 'file.txt'],
		[`curl ${URL} -H @headers.txt`, 'headers.txt'],
		[`curl ${URL} -T report.xml`, 'report.xml'],
		[`curl ${URL} -X`, '-X wants a value'],
		[`curl ${URL} --unheard-of value`, '--unheard-of'],
		[`curl ${URL} -d a -F b=c`, 'more than one kind of body'],
		[`curl ${URL} -I -d a`, 'HEAD'],
		[`curl ${URL} -F nameless`, 'name=content'],
		['curl ftp://a.example/', 'ftp://a.example/'],
		['curl "http://"', 'not an address'],
		[`curl ${URL} -X 'A B'`, 'method'],
		[`curl ${URL} -H 'a b: c'`, 'a b'],
		['', 'not a curl command'],
		[URL, 'not a curl command'],
		['wget https://a.example/', 'not a curl command'],
		['{"a": 1}', 'not a curl command']
	])('%j is a problem', (text, words) => expect(problemOf(text)).toContain(words));
});

describe('which shell', () => {
	test('a command that all shells read alike needs no word about it', () => {
		expect(notesOf(`curl -H "Accept: text/xml" "${URL}?a=%20"`)).toEqual([]);
		expect(notesOf(`curl '${URL}' -d 'a=b'`)).toEqual([]);
	});

	test('one that they read in different ways is read as bash, and that is said', () => {
		expect(notesOf(`curl '${URL}' -d 'a''b'`)).toEqual([expect.stringContaining('bash')]);
		expect(requestOf(`curl '${URL}' -d 'a''b'`).body).toBe('ab');
	});
});

describe('what a word processor makes of a command', () => {
	const read = (text: string) => {
		const first = readCurl(text);
		if (first.kind !== 'problem') throw new Error(JSON.stringify(first));
		return { words: first.words, request: requestOf(first.plain ?? '') };
	};

	test.each([
		[`curl “${URL}”`, '“ (U+201C), ” (U+201D)', get()],
		[`curl ‘${URL}’`, '‘ (U+2018), ’ (U+2019)', get()],
		[`curl „${URL}“`, '„ (U+201E), “ (U+201C)', get()],
		[`curl «${URL}»`, '« (U+00AB), » (U+00BB)', get()],
		[`curl –H 'X: 1' ${URL}`, '– (U+2013)', get(URL, { X: '1' })],
		[`curl —data a=b ${URL}`, '— (U+2014)', form('a=b')],
		[`curl –XPOST ${URL} -d a=b`, '– (U+2013)', form('a=b')],
		[`curl\u00a0${URL}`, 'U+00A0', get()],
		[`curl \u200b${URL}`, 'U+200B', get()],
		[`curl ${URL} -d “description=It’s broken”`, '“ (U+201C)', form('description=It’s broken')],
		[`curl ${URL} -H “X: a” –d ‘a=b c’`, '“ (U+201C)', form('a=b c', { X: 'a' })]
	])('%s: the characters are named, and it can be read with plain ones', (text, named, request) => {
		expect(read(text).words).toContain(`The command has ${named}`);
		expect(read(text).words).toContain('first at line 1, column ');
		expect(read(text).request).toEqual(request);
	});

	test('what stands in quotes of the shell’s own stays as it is', () => {
		const text = `curl “${URL}” --data-raw 'description=“Big” pothole – it’s deep'`;
		expect(read(text).request).toEqual(form('description=“Big” pothole – it’s deep'));
		const inQuotes = `curl ${URL} --data-raw 'description=“Big” – it’s deep'`;
		expect(requestOf(inQuotes)).toEqual(form('description=“Big” – it’s deep'));
		expect(requestOf(`curl ${URL} -d description=It’s`).body).toBe('description=It’s');
		expect(requestOf(`curl ${URL} -d a=2012–06`).body).toBe('a=2012–06');
	});

	test('PowerShell takes typographic quotes and dashes for its own', () => {
		expect(requestOf(`Invoke-WebRequest –Uri “${URL}” –Method Get`)).toEqual(get());
		expect(requestOf(`iwr\u00a0-Uri ‘${URL}’`)).toEqual(get());
		expect(read(`curl.exe –X PUT ‘${URL}’`).request).toEqual({ ...get(), method: 'PUT' });
	});

	test('Windows command prompt: the same, where it reads the quotes', () => {
		expect(read(`C:\\>curl –H "X: “1”" "${URL}"`).request).toEqual(get(URL, { X: '“1”' }));
	});

	test('many kinds at once: six are named, the rest counted', () => {
		const text = `curl “${URL}” ‘a’ „b‟ «c» –s`;
		expect(read(text).words).toContain('‟ (U+201F) and 3 more');
	});
});

describe('any text at all', () => {
	const pieces = fc.constantFrom(
		...[
			'curl ',
			'curl.exe ',
			'iwr ',
			"'",
			'"',
			'`',
			'$',
			'\\',
			'^',
			'%',
			'@{',
			'}',
			'(',
			')',
			'$(',
			'\n'
		],
		...[
			'&',
			'|',
			'<',
			'>',
			';',
			' ',
			'-',
			'--',
			'-F ',
			'-d ',
			'-H ',
			'-X',
			'=',
			'@',
			URL,
			'\u2019',
			'\ud83d'
		]
	);

	test.each([
		['strings', fc.string({ unit: 'binary', maxLength: 60 })],
		['pieces', fc.array(pieces, { maxLength: 25 }).map((list) => list.join(''))],
		['commands', fc.array(pieces, { maxLength: 25 }).map((list) => `curl ${list.join('')}`)]
	])('is a request or a problem in words (%s)', (_, texts) => {
		fc.assert(
			fc.property(texts, (text) => {
				const read = readCurl(text);
				if (read.kind !== 'request') expect(read.words).toMatch(/\w.*\.$/s);
				else expect(() => new globalThis.URL(read.request.url)).not.toThrow();
			}),
			{ numRuns: 2000 }
		);
	});

	test('a user before a host that a backslash ends leaves an address', () => {
		const read = readCurl("curl 'http://user@host\\@elsewhere /x'");
		if (read.kind !== 'request') throw new Error(read.words);
		expect(new globalThis.URL(read.request.url).host).toBe('host');
		expect(read.request.headers.Authorization).toBe('Basic dXNlcjo=');
	});

	test('a large body is read whole', () => {
		const text = 'é"\\^`$x '.repeat(10_000);
		expect(requestOf(`curl ${URL} --data-raw '${text}'`).body).toBe(text);
	});

	test('a text over 1,000,000 characters is not read, and says so', () => {
		expect(requestOf(`curl ${URL}${' '.repeat(1_000_000 - 5 - URL.length)}`)).toEqual(get());
		expect(readCurl(`curl ${URL}${' '.repeat(1_000_001 - 5 - URL.length)}`)).toEqual({
			kind: 'problem',
			words:
				'This text is longer than 1,000,000 characters and was not read. Shorten it, or send the command from a terminal.'
		});
	});
});

describe('as curl 7.88 was seen to send it', () => {
	test('the headers of --json come with -G too', () => {
		expect(requestOf(`curl -G --json '{"a":1}' ${URL}`)).toEqual(
			get(`${URL}?{"a":1}`, { 'Content-Type': 'application/json', Accept: 'application/json' })
		);
	});

	test('the cookies of every -b are sent', () => {
		expect(requestOf(`curl -b 'a=1; b=2' -b c=3 ${URL}`)).toEqual(
			get(URL, { Cookie: 'a=1; b=2;c=3' })
		);
	});

	test('a header is one line without blanks around it, whichever option sets it', () => {
		expect(requestOf(`curl -A ' me ' -e $'a\\nb' ${URL}`)).toEqual(
			get(URL, { 'User-Agent': 'me', Referer: 'a b' })
		);
	});
});

test('a caret in double quotes makes no command of the Windows prompt of one with single quotes', () => {
	expect(requestOf(`curl -e "^" --url $'${URL}' -X 'DELETE'`)).toMatchObject({
		method: 'DELETE',
		url: URL
	});
	expect(requestOf(`curl -d 'a=^&b=^%' '${URL}'`)).toMatchObject({ body: 'a=^&b=^%' });
	expect(requestOf(`curl "${URL}" --data-raw "a=it's^&b=1"`)).toMatchObject({
		body: "a=it's^&b=1"
	});
});

test('what Chrome writes for PowerShell of a character beyond ASCII is that character', () => {
	expect(
		requestOf(
			`Invoke-WebRequest -Uri "${URL}" -Method POST -Body "description=caf$([char]233) $([char]8217)"`
		)
	).toMatchObject({ body: 'description=café ’' });
});

test('brackets and braces in an address are a pattern, except in an IPv6 host', () => {
	const said =
		'curl reads brackets and braces in an address as a pattern; here they stay as they are.';
	const patterns = ['{a,b}', '{}', '[1-9]', '[a]', '[[1]', '{{a}'];
	expect(patterns.map((part) => notesOf(`curl 'https://a.example/${part}'`))).toEqual(
		patterns.map(() => [said])
	);
	expect(notesOf("curl 'http://u:p@[2001:db8::1]:80/[1-9]'").at(-1)).toBe(said);
	for (const url of [
		'http://[::1]:3110/requests.xml',
		'https://a.example/[]',
		'https://a.example/]{'
	]) {
		expect(notesOf(`curl '${url}'`), url).toEqual([]);
	}
	expect(notesOf("curl -g 'https://a.example/[1-9]'")).toEqual([]);
});

test.each([
	["--oauth2-bearer t -H 'Authorization: Basic x'", { Authorization: 'Basic x' }],
	["-H 'authorization: Basic x' --oauth2-bearer t", { authorization: 'Basic x' }],
	["--oauth2-bearer t -H 'Authorization:'", {}],
	['--oauth2-bearer t -u a:b', { Authorization: 'Bearer t' }],
	["-H 'User-Agent: foo' -A bar", { 'User-Agent': 'foo' }],
	["-A bar -H 'User-Agent:'", {}],
	["-A ''", {}],
	["-e http://r.example/ -H 'Referer:'", {}],
	["-r 0-9 -H 'Range: bytes=5-'", { Range: 'bytes=5-' }],
	["-b a=b -H 'Cookie: c=d'", { Cookie: 'c=d' }],
	['-b a=b -b c=d -A bar', { Cookie: 'a=b;c=d', 'User-Agent': 'bar' }]
])('-H overrides other options for a header: %s', (options, headers) =>
	expect(requestOf(`curl ${options} ${URL}`)).toEqual(get(URL, headers))
);

test.each([
	[`irm ${URL} -Method:Post -Body:'a=b'`, form('a=b')],
	[`irm -Uri:${URL} -Headers:@{ 'X-A' = '1' }`, get(URL, { 'X-A': '1' })],
	[`irm ${URL} -SkipCertificateCheck:$true -UseBasicParsing:$false`, get()],
	[`irm ${URL} -Method Post -Body @{ a = '(1)'; b = "x, y" }`, form('a=%281%29&b=x%2C+y')]
])('a parameter of PowerShell may be joined with its value: %s', (text, request) =>
	expect(requestOf(text)).toEqual(request)
);

test.each([
	[`irm ${URL} -Headers @{Authorization=('Bearer ' + 'x')}`, "('Bearer ' + 'x')"],
	[`irm ${URL} -Method Post -Body @{a=(Get-Date)}`, '(Get-Date)'],
	[`irm ${URL} -Method Post -Body @{'attribute[A][]'=@('x','y')}`, "@('x','y')"],
	[`irm ${URL} -Method Post -Body @{a='x', 'y'}`, 'x, y'],
	[`irm ${URL} -Headers @{'X-A'='1' + '2'}`, '1 + 2'],
	[`irm ${URL} -Method Post -Body @{a=@{b='c'}}`, '@{'],
	[`irm ${URL} -Method Post -Form @{f=Get-Item .\\x.jpg}`, 'Get-Item .\\x.jpg']
])('a PowerShell expression is reported, not sent as data: %s', (text, unknown) =>
	expect(problemOf(text)).toBe(
		`The shell would fill in ${unknown} when it runs the command; a page cannot. Put the value in its place and paste the command again.`
	)
);

test.each(['--request=POST', '--data=a=b', '--url=https://b.example/'])(
	'an option that curl rejects is reported with the fix: %s',
	(option) => {
		const [name] = option.split('=');
		expect(problemOf(`curl ${URL} ${option}`)).toBe(
			`curl has no option ${option}. Put a space between ${name} and its value.`
		);
		expect(problemOf(`curl ${option} ${URL}`)).toContain('Put a space');
	}
);
