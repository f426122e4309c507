// What a JSON file may hold, as data: the check and the published schema are both drawn from it.

/** Names an author may write: keys of an object, or one text of several. */
export interface Names {
	/** What each of them is, for messages: "an argument of GET Service Requests". */
	called: string;
	known: readonly string[];
	/** A regular expression that other names may match. */
	pattern?: string;
}

/** One key of an object. */
export interface Key {
	shape: FileShape;
	required: boolean;
	/** What the key is for, in a sentence: editors show it. */
	about: string;
}

/** An object that has these keys and no others. */
export interface ObjectShape {
	kind: 'object';
	/** What the object is, for messages: "a step". */
	called: string;
	keys: Readonly<Record<string, Key>>;
	/** Two keys of which exactly one must be there. */
	oneOf?: readonly [string, string];
	/** The names allowed in the map at the key `of`, by the text at the key `by`. */
	narrowed?: { by: string; of: string; names: Readonly<Record<string, Names>> };
}

/** What a value may be. A text is not empty unless it `mayBeEmpty`, and everything has a limit. */
export type FileShape =
	| {
			kind: 'text';
			atMost: number;
			mayBeEmpty?: boolean;
			pattern?: { source: string; words: string };
	  }
	| { kind: 'whole'; least: number; most: number }
	| { kind: 'name'; names: Names }
	/** A text, which may be empty, a number, true, false or null. */
	| { kind: 'scalar'; atMost: number }
	| { kind: 'list'; of: FileShape; least: number; most: number }
	/** An object whose keys are names, with at most so many of them. */
	| { kind: 'map'; names: Names; of: FileShape; most: number }
	| ObjectShape
	/** One of several, none of which takes what another takes; `meant` says which for messages. */
	| { kind: 'choice'; of: readonly FileShape[]; meant: (value: unknown) => number }
	/** Objects told apart by the text at one key, which `of` leaves out. */
	| { kind: 'tagged'; tag: string; called: string; of: Readonly<Record<string, ObjectShape>> };

/** Whether a value is a JSON object. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The keys of the object that a tag stands for, with the tag itself first. */
export const taggedKeys = (
	tag: string,
	name: string,
	{ keys }: ObjectShape
): ObjectShape['keys'] => ({
	[tag]: {
		shape: { kind: 'name', names: { called: `the ${tag} of this`, known: [name] } },
		required: true,
		about: `Says which ${tag} it is.`
	},
	...keys
});
