/** Most fields that a form of ours has (minutes of a long meeting); more is an attack on the parser, or on the page that gives them back. */
export const mostFields = 4000;
