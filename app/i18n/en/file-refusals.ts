/** Why a file that somebody adds is not taken. */
export const fileRefusals = {
  'file-empty': 'This file is empty. Choose another.',
  'file-too-large': 'This file is too large. It can be 10 MB at most.',
  'file-type-refused': 'This is no photo or PDF. Choose a JPEG, PNG, WebP or PDF.',
  'file-heic': 'This is a HEIC photo of an iPhone. We cannot read it. Share it as JPEG, or make a screenshot of it.',
  'image-broken': 'This photo is damaged. Choose another.',
  'image-too-large': 'This photo has too many pixels. Make it smaller and try again.',
  'pdf-broken': 'This PDF is damaged. Make it anew and try again.',
  'pdf-encrypted': 'This PDF is locked with a password. Save it without a password.',
  'pdf-too-large': 'This PDF is too large when unfolded. Make it smaller.',
};
