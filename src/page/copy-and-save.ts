import { copyText } from '../ui/copy-text';

/** Tells a person what came of an action; what `stays` wants to be read. */
type Say = (words: string, stays?: boolean) => void;

/** Copies a text and says so; where the browser does not allow that, says the text itself. */
export async function copyAndSay(say: Say, text: string, what: string): Promise<void> {
	const copied = await copyText(text);
	say(
		copied ? `${what} copied.` : `The browser does not let this page copy. ${what}: ${text}`,
		!copied
	);
}

/** Saves a file, of which `save` gives the name, and says so, or why it could not be saved. */
export async function saveAndSay(say: Say, save: () => Promise<string>): Promise<void> {
	try {
		say(`${await save()} is saved.`);
	} catch {
		say('The export could not be loaded. Check the connection, then try again.', true);
	}
}
