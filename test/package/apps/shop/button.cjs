// The older half of the shop, which uses `require`.
exports.PayButton = require('react-instead-pay').PayButton;
