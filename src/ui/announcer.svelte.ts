/** How long a message stays, in ms: long enough for a screen reader to take it, then it may be repeated. */
const STAY = 2000;

let messages = $state.raw<readonly string[]>([]);

/** What is to be read out now, the oldest first. Only `Announcer.svelte` needs it. */
export const announcements = (): readonly string[] => messages;

/**
 * Has a screen reader say something as soon as it is done with what it says now. Nothing is shown,
 * and no focus moves. What is being announced already, or is empty, is not announced again.
 */
export function announce(text: string): void {
	if (text === '' || messages.includes(text)) return;
	messages = [...messages, text];
	setTimeout(() => {
		messages = messages.filter((message) => message !== text);
	}, STAY);
}
