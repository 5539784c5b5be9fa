/** Why a file that somebody adds is not taken. */
export const fileRefusals = {
  'file-empty': 'Dit bestand is leeg. Kies een ander.',
  'file-too-large': 'Dit bestand is te groot. Het mag hooguit 10 MB zijn.',
  'file-type-refused': 'Dit is geen foto of pdf. Kies een JPEG, PNG, WebP of pdf.',
  'file-heic':
    'Dit is een HEIC-foto van een iPhone. Die kunnen we niet lezen. Deel hem als JPEG, of maak er een schermafdruk van.',
  'image-broken': 'Deze foto is beschadigd. Kies een andere.',
  'image-too-large': 'Deze foto heeft te veel pixels. Maak hem kleiner en probeer het nog eens.',
  'pdf-broken': 'Deze pdf is beschadigd. Maak hem opnieuw en probeer het nog eens.',
  'pdf-encrypted': 'Deze pdf zit op slot met een wachtwoord. Bewaar hem zonder wachtwoord.',
  'pdf-too-large': 'Deze pdf is te groot als hij wordt uitgepakt. Maak hem kleiner.',
};
