export const system = {
  notFoundTitle: 'This page is not here',
  notFoundText:
    'The address may be old or mistyped, or the product is no longer sold. Search for it, or start from the home page.',
  failedTitle: 'Something went wrong on our side',
  failedText: 'It was not you. Please try again. If it happens again, call us and read this code aloud.',
  awayTitle: 'We cannot show this just now',
  awayText: 'The shop is busy or restarting. Nothing of yours is lost. Please try again in a few seconds.',
  fastTitle: 'A little more slowly, please',
  fastText:
    'A great many requests came from here in a short time. Please wait a few seconds and go on; your cart is kept.',
  forbiddenTitle: 'This form came from elsewhere',
  forbiddenText: 'For your safety we only accept forms from our own pages. Please open the page again and repeat.',
  offlineTitle: 'You are offline',
  offlineText:
    'The page could not be loaded. Check your mobile data or Wi-Fi and try again; your cart is safe with us.',
  requestCode: 'Code',
  tryAgain: 'Try again',
  toHome: 'Go to the home page',
  loading: 'Loading…',
}
