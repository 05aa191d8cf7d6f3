/** Every custom property of `react-instead-pay/styles.css`. A test compares the list with the file. */
export const PROPERTIES: Record<`--instead-${string}`, { what: string; example: string }> = {
  '--instead-button-background': { what: 'the button', example: '#0f766e' },
  '--instead-button-background-hover': { what: 'the button under the pointer', example: '#115e59' },
  '--instead-button-color': { what: 'text of the button', example: '#fff' },
  '--instead-button-border': { what: 'the button’s edge, for an outline', example: 'currentColor' },
  '--instead-status-color': { what: 'the status line; the color of the text around it by default', example: '#3f3f46' },
  '--instead-error-color': { what: 'the status line of a failure', example: '#b91c1c' },
  '--instead-overlay-color': { what: 'text of the overlay', example: '#3f3f46' },
  '--instead-overlay-background': { what: 'the overlay', example: '#fff' },
  '--instead-overlay-border': { what: 'the overlay’s edge', example: '#d4d4d8' },
  '--instead-focus-color': { what: 'the focus ring', example: '#1d4ed8' },
  '--instead-button-height': { what: 'the button’s height, at least', example: '56px' },
  '--instead-button-width': { what: 'the button’s width', example: '100%' },
  '--instead-radius': { what: 'corners', example: '999px' },
  '--instead-font': { what: 'the font family', example: 'serif' },
};
