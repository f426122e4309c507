/** What every control of one text takes. */
export interface ControlProps {
	/** Of the field the label points at. */
	id: string;
	/** The name on the wire: parts of a control are called after it. */
	name: string;
	value: string;
	/** The ids of what describes it. */
	describedBy: string | undefined;
	invalid: boolean;
	required: boolean;
	onchange: (value: string) => void;
}
