/** For what somebody has to see first: the browser goes to it by itself, also without JavaScript. */
export const focusOnArrival = { autoFocus: true };

/** The same for what is no field or button; `tabIndex` makes that possible. */
export const messageOnArrival = { ...focusOnArrival, tabIndex: -1 };
