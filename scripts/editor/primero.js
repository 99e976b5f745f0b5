// What must be settled before the editor starts: everybody who opens it works in Spanish, whatever
// language the browser was installed in.

Object.defineProperty(navigator, 'language', { value: 'es-CO' });
Object.defineProperty(navigator, 'languages', { value: ['es-CO', 'es'] });
