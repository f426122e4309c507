// What of a call can be shown to whoever looks on: everything but keys.

/** Names under which clients send a key, without their punctuation. */
const KEY =
	/^(?:x?(?:api|app|access|auth|subscription)?(?:key|token)|(?:proxy)?authorization|cookie|password|secret)$/;

const isKey = (name: string) =>
	KEY.test(
		decoded(name)
			.toLowerCase()
			.replace(/[^a-z]/g, '')
	);

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

const PAIR = /(?<![\w%+.~-])([\w%+.~-]+)=([^&\s"'<>]*)/g;
const PART = /(name="?([\w.-]+)"?[^\r\n]*(?:\r?\n[^\r\n]+){0,5}\r?\n\r?\n)([^\r\n]*)/g;
const JSON_FIELD = /("([\w.-]+)"\s*:\s*)("(?:[^"\\]|\\.)*"|[^\s,}\]"[{]+)/g;

/** Returns a URL, or a part of one, without the values of keys. */
export const loggable = (url: string): string =>
	url.replace(PAIR, (pair: string, name: string) => (isKey(name) ? `${name}=…` : pair));

/** Returns a body without the values of keys: of a form, in parts or in JSON. */
export const loggableBody = (body: string): string =>
	loggable(body)
		.replace(PART, (part: string, before: string, name: string) =>
			isKey(name) ? `${before}…` : part
		)
		.replace(JSON_FIELD, (field: string, before: string, name: string) =>
			isKey(name) ? `${before}"…"` : field
		);

/** Returns headers, by name, without the values of those that carry keys. */
export const loggableHeaders = (headers: Readonly<Record<string, string>>) =>
	Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name, isKey(name) ? '…' : loggable(value)])
	);
