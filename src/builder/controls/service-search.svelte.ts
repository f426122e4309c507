import type { Service } from '../../georeport/types';
import { Combobox } from '../../ui/combobox.svelte';

/** Whether a service is meant by what is typed: part of its code, its name or its keywords. */
const isMeant = ({ service_code, service_name, keywords }: Service, typed: string) =>
	[service_code, service_name, keywords].some((text) =>
		text?.toLowerCase().includes(typed.trim().toLowerCase())
	);

/** A combobox of services: all of them until something is typed, then those that are meant. */
export class ServiceSearch {
	#typed = $state('');
	readonly #offered: () => readonly Service[];

	/** What the list offers. */
	offered: readonly Service[] = $derived.by(() =>
		this.#offered().filter((service) => isMeant(service, this.#typed))
	);

	readonly combobox: Combobox<Service>;

	constructor(id: string, offered: () => readonly Service[], onchoose: (code: string) => void) {
		this.#offered = offered;
		this.combobox = new Combobox<Service>({
			id,
			options: () => this.offered,
			keyOf: ({ service_code }) => service_code,
			onchoose: ({ service_code }) => {
				this.#typed = '';
				onchoose(service_code);
			}
		});
	}

	/** Looks for what is typed. */
	type = (text: string) => {
		this.#typed = text;
		this.combobox.restart();
	};

	/** Opens the list of all, or closes it. */
	toggle = () => {
		if (this.combobox.isOpen) return this.close();
		this.type('');
	};

	close = () => {
		this.#typed = '';
		this.combobox.close();
	};
}
