import type { Combobox } from '../ui/combobox.svelte';
import type { ShortcutName } from '../ui/shortcuts';

/** The groups of commands, in the order they are shown. */
export type CommandGroup = 'Actions' | 'Methods' | 'Test cases' | 'Endpoints' | 'Places';

/** Something a person can have done by choosing it. */
export interface Command {
	/** Unique, and the same on every visit. */
	id: string;
	group: CommandGroup;
	words: string;
	/** A second line: what to expect. */
	detail?: string;
	/** Further words that lead here, not shown. */
	keywords?: string;
	shortcut?: ShortcutName;
	run: () => void;
}

/** What makes the palette's input work its list. */
export type FieldAttributes = Combobox<Command>['field'];
