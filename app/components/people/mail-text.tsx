const address = /(https?:\/\/[^\s<>]+[^\s<>.,;:!?)])/;

/** A mail in plain text, with its addresses as links. */
export function MailText({ text }: { text: string }) {
  return (
    <div className="mt-4 max-w-prose break-words whitespace-pre-line">
      {text.split(address).map((part, index) =>
        index % 2 === 1 ? (
          <a key={`${String(index)} ${part}`} href={part}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </div>
  );
}
