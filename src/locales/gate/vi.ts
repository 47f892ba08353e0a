import type { Labels } from '../labels.js';

/** What the gate says in Vietnamese. */
export const gate: Labels['gate'] = {
  missing: 'Chưa tải được. Hãy thử lại.',
  close: 'Đóng',
  steps: { label: 'Tiến độ', phone: 'Điện thoại', id: 'Giấy tờ', selfie: 'Selfie', result: 'Kết quả' },
  done: { phone: 'Đã xong điện thoại', id: 'Đã xong giấy tờ', selfie: 'Đã xong selfie' },
  now: { phone: 'giờ đến điện thoại', id: 'giờ đến giấy tờ', selfie: 'giờ đến selfie' },
  checking: 'Đang kiểm tra tài khoản của bạn',
  intro: {
    title: 'Xác minh danh tính của bạn',
    reason: {
      'number-purchase': 'Số điện thoại Hoa Kỳ, Canada và Puerto Rico chỉ được bán cho người đã xác minh danh tính.',
      'number-pool-purchase':
        'Nhóm có số Hoa Kỳ, Canada hoặc Puerto Rico chỉ được bán cho người đã xác minh danh tính.',
      'a2p-brand-registration':
        'Nhà mạng chỉ đăng ký thương hiệu để gửi tin nhắn khi chủ thương hiệu đã xác minh danh tính.',
      'toll-free-verification': 'Nhà mạng chỉ xác minh số miễn cước khi chủ số đã xác minh danh tính.',
      cnam: 'Tên người gọi chỉ được cài đặt khi chủ số đã xác minh danh tính.',
      'shaken-stir': 'Cuộc gọi chỉ được ký là đáng tin cậy khi chủ số đã xác minh danh tính.',
    },
    once: 'Bạn chỉ làm một lần, và dùng được cho mọi việc khác mà tài khoản này cần xác minh.',
    need: 'Bạn cần có',
    needs: {
      phone: 'Điện thoại để nhận mã',
      id: 'Giấy tờ tùy thân do chính phủ cấp: hộ chiếu, bằng lái xe hoặc thẻ căn cước',
      camera: 'Camera để chụp nhanh một ảnh selfie',
      time: 'Khoảng {time}',
    },
    resume: 'Tiếp tục từ chỗ bạn đã dừng',
    noCamera: 'Không tìm thấy camera trên thiết bị này. Bạn có thể tiếp tục trên điện thoại.',
    inApp:
      'Đây là trình duyệt bên trong một ứng dụng khác, nơi camera thường không hoạt động. Dùng trình duyệt của bạn sẽ chắc hơn.',
    next: 'Tiếp theo, đối tác Persona của chúng tôi sẽ hướng dẫn bạn từng bước.',
    begin: 'Tiếp tục',
  },
  alternative: 'Bạn không thể dùng camera hoặc chụp ảnh selfie?',
  phone: 'Tiếp tục trên điện thoại',
  browser: 'Mở trong trình duyệt của bạn',
  newTab: 'Mở trong tab mới',
  starting: 'Đang mở phần xác minh',
  frame: 'Xác minh danh tính của Persona',
  opened: 'Phần xác minh đã mở.',
  leave: {
    title: 'Bạn muốn rời phần xác minh?',
    text: 'Những gì bạn đã làm vẫn được giữ lại.',
    leave: 'Rời đi',
    stay: 'Ở lại',
  },
  cameraTrouble: {
    text: 'Camera gặp trục trặc? Bạn có thể tiếp tục trên điện thoại.',
    inApp:
      'Trình duyệt bên trong ứng dụng khác thường không dùng được camera. Bạn có thể tiếp tục trong trình duyệt của mình, như Safari hoặc Chrome.',
  },
  flowTrouble: {
    offline: 'Bạn đang ngoại tuyến. Những gì bạn đã làm vẫn được giữ lại, và bạn có thể tiếp tục khi có mạng trở lại.',
    silent: 'Không thấy gì xảy ra? Hãy tải lại trang. Những gì bạn đã làm vẫn được giữ lại.',
    reload: 'Tải lại',
  },
  handoff: {
    title: 'Tiếp tục trên điện thoại',
    text: 'Quét mã bằng camera điện thoại, hoặc mở liên kết trên đó. Khi bạn làm xong, trang này sẽ tự tiếp tục.',
    inApp: {
      title: 'Mở trong trình duyệt của bạn',
      text: 'Sao chép liên kết rồi mở trong Safari hoặc Chrome. Khi bạn làm xong, trang này sẽ tự tiếp tục.',
    },
    connected: { title: 'Điện thoại đã kết nối', text: 'Khi bạn làm xong, trang này sẽ tự tiếp tục.' },
    progress: '{done}, {now}. {text}',
    onlyHere: 'Liên kết này chỉ mở được trên máy tính này. Điện thoại không mở được.',
    code: 'Mã QR của liên kết',
    copy: 'Sao chép liên kết',
    copied: 'Đã sao chép',
    here: 'Tiếp tục tại đây',
  },
  plain: {
    title: 'Tiếp tục trong tab mới',
    text: 'Trình duyệt này quá cũ để hiển thị phần xác minh tại đây, nên sẽ mở trong tab riêng. Khi bạn làm xong, trang này sẽ tự tiếp tục.',
  },
  confirming: {
    title: 'Đang kiểm tra kết quả',
    text: 'Thường chỉ mất vài giây. Bạn không cần làm gì cả.',
    slow: 'Lần này lâu hơn bình thường. Bạn có thể đóng cửa sổ này. Khi có kết quả, bạn có thể tiếp tục tại đây.',
  },
  review: {
    title: 'Giấy tờ của bạn đang được xem xét',
    text: 'Có người đang xem kỹ hơn. Bạn có thể đóng cửa sổ này. Khi có câu trả lời, bạn có thể tiếp tục tại đây.',
  },
  declined: {
    title: 'Chúng tôi không xác minh được danh tính của bạn',
    text: 'Bộ phận hỗ trợ của trang web này có thể cho bạn biết cần làm gì tiếp theo.',
    noAttempts: 'Bạn đã dùng hết số lần thử.',
  },
  retryable: {
    title: 'Hãy thử thêm lần nữa',
    text: 'Lần này chưa kiểm tra được hết mọi thứ. Ánh sáng tốt và ảnh rõ nét sẽ giúp ích.',
    attempts: { other: 'Bạn còn {count} lần thử.' },
    after: 'Bạn có thể thử lại sau {time}.',
  },
  verified: { title: 'Danh tính của bạn đã được xác minh', text: 'Chúng tôi sẽ không hỏi lại cho tài khoản này.' },
  goOn: { title: 'Bạn có thể tiếp tục', text: 'Việc bạn đang làm đã sẵn sàng khi bạn muốn.', button: 'Tiếp tục' },
  again: 'Thử lại',
  blocked: {
    offline: { title: 'Bạn đang ngoại tuyến', text: 'Hãy kiểm tra kết nối mạng rồi thử lại. Bạn không mất gì cả.' },
    unreachable: {
      title: 'Phần xác minh không mở được',
      text: 'Không có phản hồi kịp thời. Hãy thử lại, hoặc tắt trình chặn nội dung cho trang này.',
    },
    frame_refused: {
      title: 'Không thể hiển thị phần xác minh tại đây',
      text: 'Phần này bị chặn hoặc hiện không dùng được. Hãy tắt trình chặn nội dung cho trang này rồi thử lại.',
    },
    server_error: { title: 'Đã xảy ra lỗi từ phía chúng tôi', text: 'Hãy thử lại sau giây lát. Bạn không mất gì cả.' },
    rate_limited: { title: 'Bạn thử quá nhiều lần', text: 'Hãy chờ một phút rồi thử lại.' },
    unauthorized: { title: 'Hãy đăng nhập lại', text: 'Phiên của bạn có thể đã hết hạn. Hãy đăng nhập rồi thử lại.' },
    outer_frame: {
      title: 'Camera bị tắt tại đây',
      text: 'Trang này nằm trong một trang khác không cho dùng camera. Bạn có thể tiếp tục ở nơi khác, ví dụ trên điện thoại.',
    },
    camera_forbidden: {
      title: 'Camera bị tắt trên trang này',
      text: 'Trang web này không cho dùng camera tại đây. Hãy báo cho bộ phận hỗ trợ của trang.',
    },
    insecure_page: {
      title: 'Trang này không an toàn',
      text: 'Camera chỉ hoạt động trên trang an toàn. Hãy báo cho bộ phận hỗ trợ của trang web này.',
    },
    blocked_by_coep: {
      title: 'Không thể hiển thị phần xác minh tại đây',
      text: 'Một cài đặt của trang web chặn phần này trong trình duyệt này. Bạn có thể tiếp tục ở nơi khác, ví dụ trên điện thoại.',
    },
    blocked_by_csp: {
      title: 'Không thể hiển thị phần xác minh tại đây',
      text: 'Một cài đặt của trang web chặn phần này. Hãy báo cho bộ phận hỗ trợ của trang.',
    },
    vendor_error: { title: 'Phần xác minh đã dừng lại', text: 'Hãy thử lại. Những gì bạn đã làm vẫn được giữ lại.' },
    session_lost: { title: 'Phần xác minh bị gián đoạn', text: 'Hãy thử lại. Những gì bạn đã làm vẫn được giữ lại.' },
    other: {
      title: 'Không thể bắt đầu xác minh',
      text: 'Hãy thử lại. Nếu vẫn không được, hãy liên hệ bộ phận hỗ trợ của trang web này.',
    },
  },
};
