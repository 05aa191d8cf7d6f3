/** Every custom property of `react-instead-pay/styles.css`. A test holds the list to the file. */
export const PROPERTIES: Record<`--instead-${string}`, { what: string; example: string }> = {
  '--instead-background': { what: 'the button', example: '#0f766e' },
  '--instead-background-hover': { what: 'the button under the pointer', example: '#115e59' },
  '--instead-color': { what: 'what stands on the button', example: '#fff' },
  '--instead-edge': { what: 'the button’s edge, for an outline', example: 'currentColor' },
  '--instead-text': { what: 'the line that says how it stands, and the overlay’s words', example: '#3f3f46' },
  '--instead-error': { what: 'the line when it failed', example: '#b91c1c' },
  '--instead-surface': { what: 'the overlay', example: '#fff' },
  '--instead-border': { what: 'the overlay’s edge', example: '#d4d4d8' },
  '--instead-focus': { what: 'the focus ring', example: '#1d4ed8' },
  '--instead-height': { what: 'the button’s height, at least', example: '56px' },
  '--instead-width': { what: 'the button’s width', example: '100%' },
  '--instead-radius': { what: 'corners', example: '999px' },
  '--instead-font': { what: 'the font family', example: 'serif' },
};
